import {
  anywhere,
  earlier,
  earlierAlternating,
  justBefore,
  later,
  laterAlternating,
  nextTo,
  notEarlier,
  notJustBefore,
  notLater,
  notNextTo,
  nowhere,
} from './relations.ts'
import type { TemplateSide } from './judge-template.ts'

// The directions that templates are made of. Those with two directions (succession, co-existence, …) take two of these.

/** Every x has a y somewhere. */
export const xNeedsY: TemplateSide = {
  activation: 'first',
  relation: anywhere,
  kept: { zh: (x, y) => `有 ${x}，也有 ${y}`, en: (x, y) => `${x} happened and so did ${y}` },
  broken: { zh: (x, y) => `有 ${x}，没有 ${y}`, en: (x, y) => `${x} happened without ${y}` },
}

/** Every y has an x somewhere. */
export const yNeedsX: TemplateSide = {
  activation: 'second',
  relation: anywhere,
  kept: { zh: (x, y) => `有 ${y}，也有 ${x}`, en: (x, y) => `${y} happened and so did ${x}` },
  broken: { zh: (x, y) => `有 ${y}，没有 ${x}`, en: (x, y) => `${y} happened without ${x}` },
}

/** Every x has a y at it or later. */
export const xThenY: TemplateSide = {
  activation: 'first',
  relation: later,
  kept: { zh: (x, y) => `${x} 之后有 ${y}`, en: (x, y) => `${y} followed ${x}` },
  broken: { zh: (x, y) => `${x} 之后没有 ${y}`, en: (x, y) => `${y} did not follow ${x}` },
}

/** Every x has a y before the next x. */
export const xThenYAlternating: TemplateSide = {
  activation: 'first',
  relation: laterAlternating,
  kept: {
    zh: (x, y) => `每次 ${x} 之后、下一次之前都有 ${y}`,
    en: (x, y) => `${y} followed each ${x} before the next`,
  },
  broken: {
    zh: (x, y) => `一次 ${x} 之后、下一次之前没有 ${y}`,
    en: (x, y) => `${y} did not follow ${x} before the next ${x}`,
  },
}

/** Every x has a y right after it. */
export const xThenYNext: TemplateSide = {
  activation: 'first',
  relation: nextTo,
  kept: { zh: (x, y) => `${x} 之后紧接着 ${y}`, en: (x, y) => `${y} came right after ${x}` },
  broken: { zh: (x, y) => `${x} 之后没有紧接着 ${y}`, en: (x, y) => `${y} did not come right after ${x}` },
}

/** Every y has an x earlier. */
export const yAfterX: TemplateSide = {
  activation: 'second',
  relation: earlier,
  kept: { zh: (x, y) => `先 ${x}，后 ${y}`, en: (x, y) => `${x} came before ${y}` },
  broken: { zh: (x, y) => `${y} 之前没有 ${x}`, en: (x, y) => `${y} without an earlier ${x}` },
}

/** Every y has an x after the y before it. */
export const yAfterXAlternating: TemplateSide = {
  activation: 'second',
  relation: earlierAlternating,
  kept: {
    zh: (x, y) => `每次 ${y} 之前、上一次之后都有 ${x}`,
    en: (x, y) => `${x} came before each ${y}, after the last`,
  },
  broken: {
    zh: (x, y) => `一次 ${y} 之前、上一次之后没有 ${x}`,
    en: (x, y) => `${y} without ${x} since the last ${y}`,
  },
}

/** Every y has an x right before it. */
export const yAfterXNext: TemplateSide = {
  activation: 'second',
  relation: justBefore,
  kept: { zh: (x, y) => `${y} 之前紧挨着 ${x}`, en: (x, y) => `${x} came right before ${y}` },
  broken: { zh: (x, y) => `${y} 之前不是紧挨着 ${x}`, en: (x, y) => `${x} did not come right before ${y}` },
}

/** No x has a y anywhere. */
export const xExcludesY: TemplateSide = {
  activation: 'first',
  relation: nowhere,
  kept: { zh: (x, y) => `有 ${x}，没有 ${y}`, en: (x, y) => `${x} happened and ${y} did not` },
  broken: { zh: (x, y) => `有 ${x}，又有 ${y}`, en: (x, y) => `${x} happened and ${y} too` },
}

/** No y has an x anywhere. */
export const yExcludesX: TemplateSide = {
  activation: 'second',
  relation: nowhere,
  kept: { zh: (x, y) => `有 ${y}，没有 ${x}`, en: (x, y) => `${y} happened and ${x} did not` },
  broken: { zh: (x, y) => `有 ${y}，又有 ${x}`, en: (x, y) => `${y} happened and ${x} too` },
}

/** No x has a y later. */
export const xNotThenY: TemplateSide = {
  activation: 'first',
  relation: notLater,
  kept: { zh: (x, y) => `${x} 之后没有 ${y}`, en: (x, y) => `${y} did not follow ${x}` },
  broken: { zh: (x, y) => `${x} 之后又有 ${y}`, en: (x, y) => `${y} came after ${x}` },
}

/** No x has a y right after it. */
export const xNotThenYNext: TemplateSide = {
  activation: 'first',
  relation: notNextTo,
  kept: { zh: (x, y) => `${x} 之后没有紧接着 ${y}`, en: (x, y) => `${y} did not come right after ${x}` },
  broken: { zh: (x, y) => `${x} 之后紧接着 ${y}`, en: (x, y) => `${y} came right after ${x}` },
}

/** No y has an x earlier. */
export const yNotAfterX: TemplateSide = {
  activation: 'second',
  relation: notEarlier,
  kept: { zh: (x, y) => `${y} 之前没有 ${x}`, en: (x, y) => `no ${x} came before ${y}` },
  broken: { zh: (x, y) => `${y} 之前已有 ${x}`, en: (x, y) => `${x} had come before ${y}` },
}

/** No y has an x right before it. */
export const yNotAfterXNext: TemplateSide = {
  activation: 'second',
  relation: notJustBefore,
  kept: { zh: (x, y) => `${y} 之前不是紧挨着 ${x}`, en: (x, y) => `${x} did not come right before ${y}` },
  broken: { zh: (x, y) => `${y} 之前紧挨着 ${x}`, en: (x, y) => `${x} came right before ${y}` },
}
