import type { Message } from '../diagnostic/diagnostic.ts'
import type { AxisName } from './map.ts'

/** What the axes of the matrix are called. */
export const AXIS_WORDS: Readonly<Record<AxisName, Message>> = {
  business: { zh: '业务', en: 'business' },
  channel: { zh: '渠道', en: 'channel' },
  brand: { zh: '品牌', en: 'brand' },
  identity: { zh: '客户身份', en: 'identity' },
  region: { zh: '归属地', en: 'region' },
  environment: { zh: '客户环境', en: 'environment' },
}
