import type { ProcessMap } from '../../src/model/map.ts'
import { drawMap } from './draw-map.ts'

/** A hotline of the size people have: 16 businesses × 6 channels × 3 brands, with holes, blind spots and split brands. */
export function hotlineMap(): ProcessMap {
  return drawMap({
    axes: {
      business: {
        'open-account': { zh: '开户', en: 'Open an account', code: 'OPEN', class: 'acceptance' },
        'stop-resume': { zh: '停复机', en: 'Stop and resume', code: 'STOP', class: 'acceptance' },
        'plan-change': { zh: '套餐变更', en: 'Change of plan', code: 'PLAN', class: 'acceptance' },
        roaming: { zh: '国际漫游开通', en: 'International roaming', code: 'ROAM', class: 'acceptance' },
        'green-channel': {
          zh: '热线转营业厅绿色通道',
          en: 'Hotline to service-hall green channel',
          code: 'GREEN',
          class: 'acceptance',
        },
        'bill-query': { zh: '账单查询', en: 'Bill', code: 'BILL', class: 'query' },
        'detail-query': { zh: '详单查询', en: 'Call details', code: 'DETAIL', class: 'query' },
        'plan-query': { zh: '套餐余量查询', en: 'What is left of the plan', code: 'LEFT', class: 'query' },
        'fee-check': { zh: '话费核对', en: 'Check of charges', code: 'FEE', class: 'verification' },
        'points-check': { zh: '积分核对', en: 'Check of points', code: 'POINT', class: 'verification' },
        'plan-advice': { zh: '资费咨询', en: 'Advice on plans', code: 'ADVICE', class: 'consultation' },
        'network-advice': { zh: '网络咨询', en: 'Advice on the network', code: 'NET', class: 'consultation' },
        complaint: { zh: '投诉受理', en: 'Complaint', code: 'COMP', class: 'complaint' },
        escalation: { zh: '投诉升级', en: 'Escalated complaint', code: 'ESC', class: 'complaint' },
      },
      channel: {
        voice: { zh: '人工热线', en: 'Hotline', code: 'V' },
        ivr: { zh: 'IVR自助语音', en: 'IVR', code: 'I' },
        web: { zh: '网上营业厅', en: 'Online hall', code: 'W' },
        sms: { zh: '短信', en: 'SMS', code: 'S' },
        app: { zh: '掌上营业厅', en: 'App', code: 'A' },
        wechat: { zh: '微信公众号', en: 'WeChat', code: 'X' },
      },
      brand: {
        gotone: { zh: '全球通', en: 'GoTone', code: 'G' },
        easyown: { zh: '神州行', en: 'Easyown', code: 'E' },
        mzone: { zh: '动感地带', en: 'M-Zone', code: 'M' },
      },
    },
    touchpoints: [
      {
        select: {
          business: [
            'open-account',
            'stop-resume',
            'plan-change',
            'fee-check',
            'plan-advice',
            'network-advice',
            'complaint',
            'escalation',
            'green-channel',
          ],
          channel: ['voice'],
        },
        flow: 'by-agent',
      },
      { select: { business: ['bill-query', 'detail-query', 'plan-query'] }, flow: 'query' },
      { select: { business: ['plan-change'], channel: ['ivr', 'web', 'app', 'wechat'] }, flow: 'self-service' },
      { select: { business: ['plan-change'], channel: ['sms'], brand: ['gotone'] }, flow: 'self-service' },
      { select: { business: ['roaming'], channel: ['voice', 'app'], brand: ['gotone'] }, flow: 'roaming-gotone' },
      { select: { business: ['roaming'], channel: ['voice'], brand: ['mzone'] }, flow: 'roaming' },
      { select: { business: ['plan-advice'], channel: ['web', 'app', 'wechat'] }, flow: 'bot' },
    ],
    holes: [
      {
        select: { business: ['complaint', 'escalation'], channel: ['ivr', 'sms'] },
        because: { zh: '投诉须由人工受理', en: 'complaints need a person' },
      },
      {
        select: { business: ['open-account'], channel: ['ivr', 'sms', 'wechat'] },
        because: { zh: '须核验实名证件', en: 'papers have to be seen' },
      },
      {
        select: { business: ['roaming'], brand: ['easyown'] },
        because: { zh: '神州行不开通国际漫游', en: 'no roaming for Easyown' },
      },
      {
        select: { business: ['green-channel'], channel: ['ivr', 'web', 'sms', 'app', 'wechat'] },
        because: { zh: '绿色通道只由值班长派单', en: 'only a shift supervisor dispatches' },
      },
    ],
  })
}
