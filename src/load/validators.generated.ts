// Made by `npx tsx schemas/compile-validators.ts` from schemas/*.schema.json. Do not edit.
/* oxlint-disable */
// @ts-nocheck
import type { ErrorObject } from 'ajv'

const validate_map = validate21
const schema6 = {
  $id: 'map.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '地图文件 touchmap.yaml · The map file touchmap.yaml',
  type: 'object',
  properties: {
    map: { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
    name: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
    version: { title: '加引号的文本,如 "2026.10" · a text in quotes, such as "2026.10"', type: 'string', minLength: 1 },
    lang: { title: 'zh 或 en · zh or en', enum: ['zh', 'en'] },
    languages: { type: 'array', items: { title: 'zh 或 en · zh or en', enum: ['zh', 'en'] }, minItems: 1 },
    timezone: {
      title: 'IANA 时区,如 Asia/Shanghai · an IANA time zone, such as Asia/Shanghai',
      type: 'string',
      minLength: 1,
    },
    effective: { allOf: [{ $ref: 'common.schema.json#/definitions/effective' }] },
    history: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { $ref: 'common.schema.json#/definitions/string' },
          git: { $ref: 'common.schema.json#/definitions/string' },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        oneOf: [{ required: ['path'] }, { required: ['git'] }],
        title: '{path: 目录} 或 {git: 版本} · {path: folder} or {git: revision}',
      },
    },
    review: {
      type: 'object',
      properties: {
        every: { $ref: 'common.schema.json#/definitions/duration' },
        owner: { $ref: 'common.schema.json#/definitions/string' },
        last: { $ref: 'common.schema.json#/definitions/date' },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['every', 'owner'],
    },
    code: {
      title: '编码模板,如 "{channel}{brand}-{business}" · a template, such as "{channel}{brand}-{business}"',
      type: 'string',
      minLength: 1,
    },
    pass: {
      type: 'object',
      properties: {
        adherence: { $ref: 'common.schema.json#/definitions/unit' },
        score: { $ref: 'common.schema.json#/definitions/points' },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
    'version-by': { title: 'start 或 end · start or end', enum: ['start', 'end'] },
    include: { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' }, minItems: 1 },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['map', 'name', 'version', 'effective', 'code', 'include'],
}
const func2 = Object.prototype.hasOwnProperty
const pattern0 = new RegExp('^x-', 'u')
const schema8 = {
  title:
    '标识:小写字母、数字和连字符,如 plan-change · an id: lower-case letters, digits and hyphens, such as plan-change',
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  not: { enum: ['on', 'off', 'yes', 'no', 'y', 'n', 'true', 'false', 'null'] },
}
const pattern1 = new RegExp('^[a-z0-9]+(-[a-z0-9]+)*$', 'u')
function validate23(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate23.errors = vErrors
  return errors === 0
}
const schema9 = {
  if: { type: 'object' },
  then: {
    title: '{zh: …, en: …} · {zh: …, en: …}',
    type: 'object',
    properties: {
      zh: { $ref: 'common.schema.json#/definitions/string' },
      en: { $ref: 'common.schema.json#/definitions/string' },
    },
    additionalProperties: false,
    minProperties: 1,
  },
  else: { title: '文本,或 {zh: …, en: …} · a text, or {zh: …, en: …}', type: 'string', minLength: 1 },
}
const schema10 = { title: '文本 · a text', type: 'string', minLength: 1 }
function validate26(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema10,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema10.type,
      parentSchema: schema10,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate26.errors = vErrors
  return errors === 0
}
function validate25(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'zh' || key0 === 'en')) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema9.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.zh !== undefined) {
        if (
          !validate26(data.zh, {
            instancePath: instancePath + '/zh',
            parentData: data,
            parentDataProperty: 'zh',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
      if (data.en !== undefined) {
        if (
          !validate26(data.en, {
            instancePath: instancePath + '/en',
            parentData: data,
            parentDataProperty: 'en',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err3 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema9.then.type,
        parentSchema: schema9.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs8 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err4 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema9.else.type,
        parentSchema: schema9.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs8 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err6 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema9.if,
      parentSchema: schema9,
      data,
    }
    if (vErrors === null) {
      vErrors = [err6]
    } else {
      vErrors.push(err6)
    }
    errors++
  }
  validate25.errors = vErrors
  return errors === 0
}
const schema11 = {
  type: 'object',
  properties: {
    from: { $ref: 'common.schema.json#/definitions/date' },
    until: { $ref: 'common.schema.json#/definitions/date' },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['from'],
  title: '生效期 {from, until} · a validity {from, until}',
}
const schema12 = {
  title: '日期,如 2026-07-01 · a date, such as 2026-07-01',
  type: 'string',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
}
const pattern3 = new RegExp('^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', 'u')
function validate31(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern3.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
        schema: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
        parentSchema: schema12,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema12.type,
      parentSchema: schema12,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate31.errors = vErrors
  return errors === 0
}
const schema13 = { title: '备注 · a note', type: 'string' }
function validate34(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate34.errors = vErrors
  return errors === 0
}
const schema14 = {
  if: { type: 'array' },
  then: {
    type: 'array',
    items: { title: '出处,如 S12 · a source, such as S12', type: 'string', minLength: 1 },
    minItems: 1,
  },
  else: { title: '出处,如 S12 · a source, such as S12', type: 'string', minLength: 1 },
}
function validate36(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate36.errors = vErrors
  return errors === 0
}
function validate30(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.from === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'from' },
        schema: schema11.required,
        parentSchema: schema11,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(key0 === 'from' || key0 === 'until' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema11,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    if (data.from !== undefined) {
      if (
        !validate31(data.from, {
          instancePath: instancePath + '/from',
          parentData: data,
          parentDataProperty: 'from',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors)
        errors = vErrors.length
      }
    }
    if (data.until !== undefined) {
      if (
        !validate31(data.until, {
          instancePath: instancePath + '/until',
          parentData: data,
          parentDataProperty: 'until',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate34(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate36(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema11.type,
      parentSchema: schema11,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate30.errors = vErrors
  return errors === 0
}
function validate39(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema10,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema10.type,
      parentSchema: schema10,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate39.errors = vErrors
  return errors === 0
}
function validate42(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate42.errors = vErrors
  return errors === 0
}
function validate44(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate44.errors = vErrors
  return errors === 0
}
const schema18 = {
  if: { type: 'object' },
  then: {
    type: 'object',
    properties: {
      from: {
        title: '步骤或事件.属性,如 request.dueAt · step-or-event.attribute, such as request.dueAt',
        type: 'string',
        pattern: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$',
      },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['from'],
  },
  else: {
    title:
      '时长,如 30 s、10 min、24 h、3 rings,或目录里的常量 · a duration such as 30 s, 10 min, 24 h or 3 rings, or a constant of the catalogue',
    type: 'string',
    pattern: '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
  },
}
const pattern7 = new RegExp('^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$', 'u')
const pattern8 = new RegExp(
  '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
  'u',
)
function validate46(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.from === undefined) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'from' },
          schema: schema18.then.required,
          parentSchema: schema18.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'from' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema18.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.from !== undefined) {
        let data0 = data.from
        if (typeof data0 === 'string') {
          if (!pattern7.test(data0)) {
            const err3 = {
              instancePath: instancePath + '/from',
              schemaPath: '#/then/properties/from/pattern',
              keyword: 'pattern',
              params: { pattern: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$' },
              schema: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$',
              parentSchema: schema18.then.properties.from,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        } else {
          const err4 = {
            instancePath: instancePath + '/from',
            schemaPath: '#/then/properties/from/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema18.then.properties.from.type,
            parentSchema: schema18.then.properties.from,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err4]
          } else {
            vErrors.push(err4)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate34(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate36(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema18.then.type,
        parentSchema: schema18.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs10 = errors
    if (typeof data === 'string') {
      if (!pattern8.test(data)) {
        const err6 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: {
            pattern:
              '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          },
          schema:
            '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          parentSchema: schema18.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    } else {
      const err7 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema18.else.type,
        parentSchema: schema18.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err7]
      } else {
        vErrors.push(err7)
      }
      errors++
    }
    var _valid0 = _errs10 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err8 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema18.if,
      parentSchema: schema18,
      data,
    }
    if (vErrors === null) {
      vErrors = [err8]
    } else {
      vErrors.push(err8)
    }
    errors++
  }
  validate46.errors = vErrors
  return errors === 0
}
function validate51(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern3.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
        schema: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
        parentSchema: schema12,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema12.type,
      parentSchema: schema12,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate51.errors = vErrors
  return errors === 0
}
const schema20 = { title: '0 到 1 之间的数 · a number from 0 to 1', type: 'number', minimum: 0, maximum: 1 }
function validate55(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 1 },
        schema: 1,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data < 0 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'number' },
      schema: schema20.type,
      parentSchema: schema20,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate55.errors = vErrors
  return errors === 0
}
const schema21 = { title: '0 到 100 之间的数 · a number from 0 to 100', type: 'number', minimum: 0, maximum: 100 }
function validate57(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 100 || isNaN(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 100 },
        schema: 100,
        parentSchema: schema21,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data < 0 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema21,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'number' },
      schema: schema21.type,
      parentSchema: schema21,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate57.errors = vErrors
  return errors === 0
}
function validate21(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="map.schema.json" */ let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.map === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'map' },
        schema: schema6.required,
        parentSchema: schema6,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data.name === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'name' },
        schema: schema6.required,
        parentSchema: schema6,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
    if (data.version === undefined) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'version' },
        schema: schema6.required,
        parentSchema: schema6,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    if (data.effective === undefined) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'effective' },
        schema: schema6.required,
        parentSchema: schema6,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    if (data.code === undefined) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'code' },
        schema: schema6.required,
        parentSchema: schema6,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    if (data.include === undefined) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'include' },
        schema: schema6.required,
        parentSchema: schema6,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(func2.call(schema6.properties, key0) || pattern0.test(key0))) {
        const err6 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema6,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.map !== undefined) {
      if (
        !validate23(data.map, {
          instancePath: instancePath + '/map',
          parentData: data,
          parentDataProperty: 'map',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors)
        errors = vErrors.length
      }
    }
    if (data.name !== undefined) {
      if (
        !validate25(data.name, {
          instancePath: instancePath + '/name',
          parentData: data,
          parentDataProperty: 'name',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors)
        errors = vErrors.length
      }
    }
    if (data.version !== undefined) {
      let data2 = data.version
      if (typeof data2 === 'string') {
        if (data2.length < 1) {
          const err7 = {
            instancePath: instancePath + '/version',
            schemaPath: '#/properties/version/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema6.properties.version,
            data: data2,
          }
          if (vErrors === null) {
            vErrors = [err7]
          } else {
            vErrors.push(err7)
          }
          errors++
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/version',
          schemaPath: '#/properties/version/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema6.properties.version.type,
          parentSchema: schema6.properties.version,
          data: data2,
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.lang !== undefined) {
      let data3 = data.lang
      if (!(data3 === 'zh' || data3 === 'en')) {
        const err9 = {
          instancePath: instancePath + '/lang',
          schemaPath: '#/properties/lang/enum',
          keyword: 'enum',
          params: { allowedValues: schema6.properties.lang.enum },
          schema: schema6.properties.lang.enum,
          parentSchema: schema6.properties.lang,
          data: data3,
        }
        if (vErrors === null) {
          vErrors = [err9]
        } else {
          vErrors.push(err9)
        }
        errors++
      }
    }
    if (data.languages !== undefined) {
      let data4 = data.languages
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err10 = {
            instancePath: instancePath + '/languages',
            schemaPath: '#/properties/languages/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema6.properties.languages,
            data: data4,
          }
          if (vErrors === null) {
            vErrors = [err10]
          } else {
            vErrors.push(err10)
          }
          errors++
        }
        const len0 = data4.length
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0]
          if (!(data5 === 'zh' || data5 === 'en')) {
            const err11 = {
              instancePath: instancePath + '/languages/' + i0,
              schemaPath: '#/properties/languages/items/enum',
              keyword: 'enum',
              params: { allowedValues: schema6.properties.languages.items.enum },
              schema: schema6.properties.languages.items.enum,
              parentSchema: schema6.properties.languages.items,
              data: data5,
            }
            if (vErrors === null) {
              vErrors = [err11]
            } else {
              vErrors.push(err11)
            }
            errors++
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/languages',
          schemaPath: '#/properties/languages/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema6.properties.languages.type,
          parentSchema: schema6.properties.languages,
          data: data4,
        }
        if (vErrors === null) {
          vErrors = [err12]
        } else {
          vErrors.push(err12)
        }
        errors++
      }
    }
    if (data.timezone !== undefined) {
      let data6 = data.timezone
      if (typeof data6 === 'string') {
        if (data6.length < 1) {
          const err13 = {
            instancePath: instancePath + '/timezone',
            schemaPath: '#/properties/timezone/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema6.properties.timezone,
            data: data6,
          }
          if (vErrors === null) {
            vErrors = [err13]
          } else {
            vErrors.push(err13)
          }
          errors++
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/timezone',
          schemaPath: '#/properties/timezone/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema6.properties.timezone.type,
          parentSchema: schema6.properties.timezone,
          data: data6,
        }
        if (vErrors === null) {
          vErrors = [err14]
        } else {
          vErrors.push(err14)
        }
        errors++
      }
    }
    if (data.effective !== undefined) {
      if (
        !validate30(data.effective, {
          instancePath: instancePath + '/effective',
          parentData: data,
          parentDataProperty: 'effective',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors)
        errors = vErrors.length
      }
    }
    if (data.history !== undefined) {
      let data8 = data.history
      if (Array.isArray(data8)) {
        const len1 = data8.length
        for (let i1 = 0; i1 < len1; i1++) {
          let data9 = data8[i1]
          const _errs20 = errors
          let valid8 = false
          let passing0 = null
          const _errs21 = errors
          if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
            if (data9.path === undefined) {
              const err15 = {
                instancePath: instancePath + '/history/' + i1,
                schemaPath: '#/properties/history/items/oneOf/0/required',
                keyword: 'required',
                params: { missingProperty: 'path' },
                schema: schema6.properties.history.items.oneOf[0].required,
                parentSchema: schema6.properties.history.items.oneOf[0],
                data: data9,
              }
              if (vErrors === null) {
                vErrors = [err15]
              } else {
                vErrors.push(err15)
              }
              errors++
            }
          }
          var _valid0 = _errs21 === errors
          if (_valid0) {
            valid8 = true
            passing0 = 0
          }
          const _errs22 = errors
          if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
            if (data9.git === undefined) {
              const err16 = {
                instancePath: instancePath + '/history/' + i1,
                schemaPath: '#/properties/history/items/oneOf/1/required',
                keyword: 'required',
                params: { missingProperty: 'git' },
                schema: schema6.properties.history.items.oneOf[1].required,
                parentSchema: schema6.properties.history.items.oneOf[1],
                data: data9,
              }
              if (vErrors === null) {
                vErrors = [err16]
              } else {
                vErrors.push(err16)
              }
              errors++
            }
          }
          var _valid0 = _errs22 === errors
          if (_valid0 && valid8) {
            valid8 = false
            passing0 = [passing0, 1]
          } else {
            if (_valid0) {
              valid8 = true
              passing0 = 1
            }
          }
          if (!valid8) {
            const err17 = {
              instancePath: instancePath + '/history/' + i1,
              schemaPath: '#/properties/history/items/oneOf',
              keyword: 'oneOf',
              params: { passingSchemas: passing0 },
              schema: schema6.properties.history.items.oneOf,
              parentSchema: schema6.properties.history.items,
              data: data9,
            }
            if (vErrors === null) {
              vErrors = [err17]
            } else {
              vErrors.push(err17)
            }
            errors++
          } else {
            errors = _errs20
            if (vErrors !== null) {
              if (_errs20) {
                vErrors.length = _errs20
              } else {
                vErrors = null
              }
            }
          }
          if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
            for (const key1 in data9) {
              if (!(key1 === 'path' || key1 === 'git' || key1 === 'note' || key1 === 'source' || pattern0.test(key1))) {
                const err18 = {
                  instancePath: instancePath + '/history/' + i1,
                  schemaPath: '#/properties/history/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  schema: false,
                  parentSchema: schema6.properties.history.items,
                  data: data9,
                }
                if (vErrors === null) {
                  vErrors = [err18]
                } else {
                  vErrors.push(err18)
                }
                errors++
              }
            }
            if (data9.path !== undefined) {
              if (
                !validate39(data9.path, {
                  instancePath: instancePath + '/history/' + i1 + '/path',
                  parentData: data9,
                  parentDataProperty: 'path',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors)
                errors = vErrors.length
              }
            }
            if (data9.git !== undefined) {
              if (
                !validate39(data9.git, {
                  instancePath: instancePath + '/history/' + i1 + '/git',
                  parentData: data9,
                  parentDataProperty: 'git',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors)
                errors = vErrors.length
              }
            }
            if (data9.note !== undefined) {
              if (
                !validate42(data9.note, {
                  instancePath: instancePath + '/history/' + i1 + '/note',
                  parentData: data9,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors)
                errors = vErrors.length
              }
            }
            if (data9.source !== undefined) {
              if (
                !validate44(data9.source, {
                  instancePath: instancePath + '/history/' + i1 + '/source',
                  parentData: data9,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err19 = {
              instancePath: instancePath + '/history/' + i1,
              schemaPath: '#/properties/history/items/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema6.properties.history.items.type,
              parentSchema: schema6.properties.history.items,
              data: data9,
            }
            if (vErrors === null) {
              vErrors = [err19]
            } else {
              vErrors.push(err19)
            }
            errors++
          }
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/history',
          schemaPath: '#/properties/history/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema6.properties.history.type,
          parentSchema: schema6.properties.history,
          data: data8,
        }
        if (vErrors === null) {
          vErrors = [err20]
        } else {
          vErrors.push(err20)
        }
        errors++
      }
    }
    if (data.review !== undefined) {
      let data14 = data.review
      if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
        if (data14.every === undefined) {
          const err21 = {
            instancePath: instancePath + '/review',
            schemaPath: '#/properties/review/required',
            keyword: 'required',
            params: { missingProperty: 'every' },
            schema: schema6.properties.review.required,
            parentSchema: schema6.properties.review,
            data: data14,
          }
          if (vErrors === null) {
            vErrors = [err21]
          } else {
            vErrors.push(err21)
          }
          errors++
        }
        if (data14.owner === undefined) {
          const err22 = {
            instancePath: instancePath + '/review',
            schemaPath: '#/properties/review/required',
            keyword: 'required',
            params: { missingProperty: 'owner' },
            schema: schema6.properties.review.required,
            parentSchema: schema6.properties.review,
            data: data14,
          }
          if (vErrors === null) {
            vErrors = [err22]
          } else {
            vErrors.push(err22)
          }
          errors++
        }
        for (const key2 in data14) {
          if (!(
            key2 === 'every' ||
            key2 === 'owner' ||
            key2 === 'last' ||
            key2 === 'note' ||
            key2 === 'source' ||
            pattern0.test(key2)
          )) {
            const err23 = {
              instancePath: instancePath + '/review',
              schemaPath: '#/properties/review/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              schema: false,
              parentSchema: schema6.properties.review,
              data: data14,
            }
            if (vErrors === null) {
              vErrors = [err23]
            } else {
              vErrors.push(err23)
            }
            errors++
          }
        }
        if (data14.every !== undefined) {
          if (
            !validate46(data14.every, {
              instancePath: instancePath + '/review/every',
              parentData: data14,
              parentDataProperty: 'every',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors)
            errors = vErrors.length
          }
        }
        if (data14.owner !== undefined) {
          if (
            !validate39(data14.owner, {
              instancePath: instancePath + '/review/owner',
              parentData: data14,
              parentDataProperty: 'owner',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors)
            errors = vErrors.length
          }
        }
        if (data14.last !== undefined) {
          if (
            !validate51(data14.last, {
              instancePath: instancePath + '/review/last',
              parentData: data14,
              parentDataProperty: 'last',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors)
            errors = vErrors.length
          }
        }
        if (data14.note !== undefined) {
          if (
            !validate42(data14.note, {
              instancePath: instancePath + '/review/note',
              parentData: data14,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors)
            errors = vErrors.length
          }
        }
        if (data14.source !== undefined) {
          if (
            !validate44(data14.source, {
              instancePath: instancePath + '/review/source',
              parentData: data14,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err24 = {
          instancePath: instancePath + '/review',
          schemaPath: '#/properties/review/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema6.properties.review.type,
          parentSchema: schema6.properties.review,
          data: data14,
        }
        if (vErrors === null) {
          vErrors = [err24]
        } else {
          vErrors.push(err24)
        }
        errors++
      }
    }
    if (data.code !== undefined) {
      let data20 = data.code
      if (typeof data20 === 'string') {
        if (data20.length < 1) {
          const err25 = {
            instancePath: instancePath + '/code',
            schemaPath: '#/properties/code/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema6.properties.code,
            data: data20,
          }
          if (vErrors === null) {
            vErrors = [err25]
          } else {
            vErrors.push(err25)
          }
          errors++
        }
      } else {
        const err26 = {
          instancePath: instancePath + '/code',
          schemaPath: '#/properties/code/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema6.properties.code.type,
          parentSchema: schema6.properties.code,
          data: data20,
        }
        if (vErrors === null) {
          vErrors = [err26]
        } else {
          vErrors.push(err26)
        }
        errors++
      }
    }
    if (data.pass !== undefined) {
      let data21 = data.pass
      if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
        for (const key3 in data21) {
          if (!(
            key3 === 'adherence' ||
            key3 === 'score' ||
            key3 === 'note' ||
            key3 === 'source' ||
            pattern0.test(key3)
          )) {
            const err27 = {
              instancePath: instancePath + '/pass',
              schemaPath: '#/properties/pass/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              schema: false,
              parentSchema: schema6.properties.pass,
              data: data21,
            }
            if (vErrors === null) {
              vErrors = [err27]
            } else {
              vErrors.push(err27)
            }
            errors++
          }
        }
        if (data21.adherence !== undefined) {
          if (
            !validate55(data21.adherence, {
              instancePath: instancePath + '/pass/adherence',
              parentData: data21,
              parentDataProperty: 'adherence',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors)
            errors = vErrors.length
          }
        }
        if (data21.score !== undefined) {
          if (
            !validate57(data21.score, {
              instancePath: instancePath + '/pass/score',
              parentData: data21,
              parentDataProperty: 'score',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors)
            errors = vErrors.length
          }
        }
        if (data21.note !== undefined) {
          if (
            !validate42(data21.note, {
              instancePath: instancePath + '/pass/note',
              parentData: data21,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors)
            errors = vErrors.length
          }
        }
        if (data21.source !== undefined) {
          if (
            !validate44(data21.source, {
              instancePath: instancePath + '/pass/source',
              parentData: data21,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err28 = {
          instancePath: instancePath + '/pass',
          schemaPath: '#/properties/pass/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema6.properties.pass.type,
          parentSchema: schema6.properties.pass,
          data: data21,
        }
        if (vErrors === null) {
          vErrors = [err28]
        } else {
          vErrors.push(err28)
        }
        errors++
      }
    }
    if (data['version-by'] !== undefined) {
      let data26 = data['version-by']
      if (!(data26 === 'start' || data26 === 'end')) {
        const err29 = {
          instancePath: instancePath + '/version-by',
          schemaPath: '#/properties/version-by/enum',
          keyword: 'enum',
          params: { allowedValues: schema6.properties['version-by'].enum },
          schema: schema6.properties['version-by'].enum,
          parentSchema: schema6.properties['version-by'],
          data: data26,
        }
        if (vErrors === null) {
          vErrors = [err29]
        } else {
          vErrors.push(err29)
        }
        errors++
      }
    }
    if (data.include !== undefined) {
      let data27 = data.include
      if (Array.isArray(data27)) {
        if (data27.length < 1) {
          const err30 = {
            instancePath: instancePath + '/include',
            schemaPath: '#/properties/include/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema6.properties.include,
            data: data27,
          }
          if (vErrors === null) {
            vErrors = [err30]
          } else {
            vErrors.push(err30)
          }
          errors++
        }
        const len2 = data27.length
        for (let i2 = 0; i2 < len2; i2++) {
          if (
            !validate39(data27[i2], {
              instancePath: instancePath + '/include/' + i2,
              parentData: data27,
              parentDataProperty: i2,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err31 = {
          instancePath: instancePath + '/include',
          schemaPath: '#/properties/include/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema6.properties.include.type,
          parentSchema: schema6.properties.include,
          data: data27,
        }
        if (vErrors === null) {
          vErrors = [err31]
        } else {
          vErrors.push(err31)
        }
        errors++
      }
    }
    if (data.note !== undefined) {
      if (
        !validate42(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate44(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err32 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema6.type,
      parentSchema: schema6,
      data,
    }
    if (vErrors === null) {
      vErrors = [err32]
    } else {
      vErrors.push(err32)
    }
    errors++
  }
  validate21.errors = vErrors
  return errors === 0
}
const validate_catalog = validate64
const schema22 = {
  $id: 'catalog.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '目录:业务、渠道、品牌、角色、事件 · The catalogue: businesses, channels, brands, roles, events',
  type: 'object',
  properties: {
    catalog: { title: 'true · true', const: true },
    businesses: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          code: { $ref: 'common.schema.json#/definitions/code' },
          'part-of': { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          class: {
            title:
              'acceptance、query、verification、consultation 或 complaint · acceptance, query, verification, consultation or complaint',
            enum: ['acceptance', 'query', 'verification', 'consultation', 'complaint'],
          },
          family: { $ref: '#/definitions/family' },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['class', 'name'],
      },
    },
    channels: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          code: { $ref: 'common.schema.json#/definitions/code' },
          'part-of': { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          hours: { allOf: [{ $ref: 'common.schema.json#/definitions/string' }] },
          scope: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
          response: { allOf: [{ $ref: 'common.schema.json#/definitions/duration' }] },
          contact: { allOf: [{ $ref: '#/definitions/contact' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['name', 'code'],
      },
    },
    brands: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          code: { $ref: 'common.schema.json#/definitions/code' },
          'part-of': { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['name'],
      },
    },
    identities: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          code: { $ref: 'common.schema.json#/definitions/code' },
          'part-of': { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['name'],
      },
    },
    regions: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          code: { $ref: 'common.schema.json#/definitions/code' },
          'part-of': { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['name'],
      },
    },
    environments: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          code: { $ref: 'common.schema.json#/definitions/code' },
          'part-of': { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['name'],
      },
    },
    roles: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          rank: { title: '整数 · a whole number', type: 'integer' },
          qualifications: { type: 'array', items: { $ref: 'common.schema.json#/definitions/id' } },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['name'],
      },
    },
    events: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/event' },
      additionalProperties: {
        if: { type: 'null' },
        then: true,
        else: {
          type: 'object',
          properties: {
            name: { $ref: 'common.schema.json#/definitions/text' },
            speech: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
            attributes: { $ref: 'common.schema.json#/definitions/attributes' },
            also: { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' } },
            note: { $ref: 'common.schema.json#/definitions/note' },
            source: { $ref: 'common.schema.json#/definitions/source' },
          },
          patternProperties: { '^x-': true },
          additionalProperties: false,
        },
      },
    },
    attributes: { allOf: [{ $ref: 'common.schema.json#/definitions/attributes' }] },
    ends: { type: 'array', items: { $ref: 'common.schema.json#/definitions/event' } },
    idle: { allOf: [{ $ref: 'common.schema.json#/definitions/duration' }] },
    ambient: { type: 'array', items: { $ref: 'common.schema.json#/definitions/pattern' } },
    constants: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: { $ref: 'common.schema.json#/definitions/duration' },
    },
    calendars: {},
    blank: { type: 'array', items: { title: '文本 · a text', type: 'string' } },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['catalog', 'businesses', 'channels', 'brands', 'roles', 'events'],
  definitions: {
    family: { title: 'service 或 management · service or management', enum: ['service', 'management'] },
    contact: {
      type: 'object',
      properties: {
        presence: {
          if: { type: 'number' },
          then: { $ref: 'common.schema.json#/definitions/unit' },
          else: { $ref: 'common.schema.json#/definitions/string' },
        },
        object: {
          if: { type: 'number' },
          then: { $ref: 'common.schema.json#/definitions/unit' },
          else: { $ref: 'common.schema.json#/definitions/string' },
        },
        participation: {
          if: { type: 'number' },
          then: { $ref: 'common.schema.json#/definitions/unit' },
          else: { $ref: 'common.schema.json#/definitions/string' },
        },
        attention: {
          if: { type: 'number' },
          then: { $ref: 'common.schema.json#/definitions/unit' },
          else: { $ref: 'common.schema.json#/definitions/string' },
        },
        method: {
          if: { type: 'number' },
          then: { $ref: 'common.schema.json#/definitions/unit' },
          else: { $ref: 'common.schema.json#/definitions/string' },
        },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
  },
}
function validate65(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate65.errors = vErrors
  return errors === 0
}
function validate67(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'zh' || key0 === 'en')) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema9.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.zh !== undefined) {
        if (
          !validate26(data.zh, {
            instancePath: instancePath + '/zh',
            parentData: data,
            parentDataProperty: 'zh',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
      if (data.en !== undefined) {
        if (
          !validate26(data.en, {
            instancePath: instancePath + '/en',
            parentData: data,
            parentDataProperty: 'en',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err3 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema9.then.type,
        parentSchema: schema9.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs8 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err4 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema9.else.type,
        parentSchema: schema9.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs8 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err6 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema9.if,
      parentSchema: schema9,
      data,
    }
    if (vErrors === null) {
      vErrors = [err6]
    } else {
      vErrors.push(err6)
    }
    errors++
  }
  validate67.errors = vErrors
  return errors === 0
}
const schema25 = {
  title: '编码:字母、数字、点、下划线和连字符 · a code: letters, digits, dots, underscores and hyphens',
  type: 'string',
  pattern: '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$',
}
const pattern14 = new RegExp('^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$', 'u')
function validate71(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern14.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$' },
        schema: '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$',
        parentSchema: schema25,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema25.type,
      parentSchema: schema25,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate71.errors = vErrors
  return errors === 0
}
const schema26 = { title: 'service 或 management · service or management', enum: ['service', 'management'] }
function validate74(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(data === 'service' || data === 'management')) {
    const err0 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema26.enum },
      schema: schema26.enum,
      parentSchema: schema26,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate74.errors = vErrors
  return errors === 0
}
function validate76(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate76.errors = vErrors
  return errors === 0
}
function validate78(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate78.errors = vErrors
  return errors === 0
}
function validate84(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema10,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema10.type,
      parentSchema: schema10,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate84.errors = vErrors
  return errors === 0
}
function validate87(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.from === undefined) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'from' },
          schema: schema18.then.required,
          parentSchema: schema18.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'from' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema18.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.from !== undefined) {
        let data0 = data.from
        if (typeof data0 === 'string') {
          if (!pattern7.test(data0)) {
            const err3 = {
              instancePath: instancePath + '/from',
              schemaPath: '#/then/properties/from/pattern',
              keyword: 'pattern',
              params: { pattern: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$' },
              schema: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$',
              parentSchema: schema18.then.properties.from,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        } else {
          const err4 = {
            instancePath: instancePath + '/from',
            schemaPath: '#/then/properties/from/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema18.then.properties.from.type,
            parentSchema: schema18.then.properties.from,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err4]
          } else {
            vErrors.push(err4)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate34(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate36(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema18.then.type,
        parentSchema: schema18.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs10 = errors
    if (typeof data === 'string') {
      if (!pattern8.test(data)) {
        const err6 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: {
            pattern:
              '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          },
          schema:
            '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          parentSchema: schema18.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    } else {
      const err7 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema18.else.type,
        parentSchema: schema18.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err7]
      } else {
        vErrors.push(err7)
      }
      errors++
    }
    var _valid0 = _errs10 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err8 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema18.if,
      parentSchema: schema18,
      data,
    }
    if (vErrors === null) {
      vErrors = [err8]
    } else {
      vErrors.push(err8)
    }
    errors++
  }
  validate87.errors = vErrors
  return errors === 0
}
const schema31 = {
  type: 'object',
  properties: {
    presence: {
      if: { type: 'number' },
      then: { $ref: 'common.schema.json#/definitions/unit' },
      else: { $ref: 'common.schema.json#/definitions/string' },
    },
    object: {
      if: { type: 'number' },
      then: { $ref: 'common.schema.json#/definitions/unit' },
      else: { $ref: 'common.schema.json#/definitions/string' },
    },
    participation: {
      if: { type: 'number' },
      then: { $ref: 'common.schema.json#/definitions/unit' },
      else: { $ref: 'common.schema.json#/definitions/string' },
    },
    attention: {
      if: { type: 'number' },
      then: { $ref: 'common.schema.json#/definitions/unit' },
      else: { $ref: 'common.schema.json#/definitions/string' },
    },
    method: {
      if: { type: 'number' },
      then: { $ref: 'common.schema.json#/definitions/unit' },
      else: { $ref: 'common.schema.json#/definitions/string' },
    },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
}
function validate92(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 1 },
        schema: 1,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data < 0 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'number' },
      schema: schema20.type,
      parentSchema: schema20,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate92.errors = vErrors
  return errors === 0
}
function validate91(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(
        key0 === 'presence' ||
        key0 === 'object' ||
        key0 === 'participation' ||
        key0 === 'attention' ||
        key0 === 'method' ||
        key0 === 'note' ||
        key0 === 'source' ||
        pattern0.test(key0)
      )) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema31,
          data,
        }
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    }
    if (data.presence !== undefined) {
      let data0 = data.presence
      const _errs3 = errors
      let valid1 = true
      const _errs4 = errors
      if (!(typeof data0 == 'number' && isFinite(data0))) {
        const err1 = {}
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      var _valid0 = _errs4 === errors
      errors = _errs3
      if (vErrors !== null) {
        if (_errs3) {
          vErrors.length = _errs3
        } else {
          vErrors = null
        }
      }
      let ifClause0
      if (_valid0) {
        const _errs6 = errors
        if (
          !validate92(data0, {
            instancePath: instancePath + '/presence',
            parentData: data,
            parentDataProperty: 'presence',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors)
          errors = vErrors.length
        }
        var _valid0 = _errs6 === errors
        valid1 = _valid0
        ifClause0 = 'then'
      } else {
        const _errs7 = errors
        if (
          !validate84(data0, {
            instancePath: instancePath + '/presence',
            parentData: data,
            parentDataProperty: 'presence',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors)
          errors = vErrors.length
        }
        var _valid0 = _errs7 === errors
        valid1 = _valid0
        ifClause0 = 'else'
      }
      if (!valid1) {
        const err2 = {
          instancePath: instancePath + '/presence',
          schemaPath: '#/properties/presence/if',
          keyword: 'if',
          params: { failingKeyword: ifClause0 },
          schema: schema31.properties.presence.if,
          parentSchema: schema31.properties.presence,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
    }
    if (data.object !== undefined) {
      let data1 = data.object
      const _errs9 = errors
      let valid2 = true
      const _errs10 = errors
      if (!(typeof data1 == 'number' && isFinite(data1))) {
        const err3 = {}
        if (vErrors === null) {
          vErrors = [err3]
        } else {
          vErrors.push(err3)
        }
        errors++
      }
      var _valid1 = _errs10 === errors
      errors = _errs9
      if (vErrors !== null) {
        if (_errs9) {
          vErrors.length = _errs9
        } else {
          vErrors = null
        }
      }
      let ifClause1
      if (_valid1) {
        const _errs12 = errors
        if (
          !validate92(data1, {
            instancePath: instancePath + '/object',
            parentData: data,
            parentDataProperty: 'object',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors)
          errors = vErrors.length
        }
        var _valid1 = _errs12 === errors
        valid2 = _valid1
        ifClause1 = 'then'
      } else {
        const _errs13 = errors
        if (
          !validate84(data1, {
            instancePath: instancePath + '/object',
            parentData: data,
            parentDataProperty: 'object',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors)
          errors = vErrors.length
        }
        var _valid1 = _errs13 === errors
        valid2 = _valid1
        ifClause1 = 'else'
      }
      if (!valid2) {
        const err4 = {
          instancePath: instancePath + '/object',
          schemaPath: '#/properties/object/if',
          keyword: 'if',
          params: { failingKeyword: ifClause1 },
          schema: schema31.properties.object.if,
          parentSchema: schema31.properties.object,
          data: data1,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    }
    if (data.participation !== undefined) {
      let data2 = data.participation
      const _errs15 = errors
      let valid3 = true
      const _errs16 = errors
      if (!(typeof data2 == 'number' && isFinite(data2))) {
        const err5 = {}
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
      var _valid2 = _errs16 === errors
      errors = _errs15
      if (vErrors !== null) {
        if (_errs15) {
          vErrors.length = _errs15
        } else {
          vErrors = null
        }
      }
      let ifClause2
      if (_valid2) {
        const _errs18 = errors
        if (
          !validate92(data2, {
            instancePath: instancePath + '/participation',
            parentData: data,
            parentDataProperty: 'participation',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors)
          errors = vErrors.length
        }
        var _valid2 = _errs18 === errors
        valid3 = _valid2
        ifClause2 = 'then'
      } else {
        const _errs19 = errors
        if (
          !validate84(data2, {
            instancePath: instancePath + '/participation',
            parentData: data,
            parentDataProperty: 'participation',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors)
          errors = vErrors.length
        }
        var _valid2 = _errs19 === errors
        valid3 = _valid2
        ifClause2 = 'else'
      }
      if (!valid3) {
        const err6 = {
          instancePath: instancePath + '/participation',
          schemaPath: '#/properties/participation/if',
          keyword: 'if',
          params: { failingKeyword: ifClause2 },
          schema: schema31.properties.participation.if,
          parentSchema: schema31.properties.participation,
          data: data2,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.attention !== undefined) {
      let data3 = data.attention
      const _errs21 = errors
      let valid4 = true
      const _errs22 = errors
      if (!(typeof data3 == 'number' && isFinite(data3))) {
        const err7 = {}
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
      var _valid3 = _errs22 === errors
      errors = _errs21
      if (vErrors !== null) {
        if (_errs21) {
          vErrors.length = _errs21
        } else {
          vErrors = null
        }
      }
      let ifClause3
      if (_valid3) {
        const _errs24 = errors
        if (
          !validate92(data3, {
            instancePath: instancePath + '/attention',
            parentData: data,
            parentDataProperty: 'attention',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors)
          errors = vErrors.length
        }
        var _valid3 = _errs24 === errors
        valid4 = _valid3
        ifClause3 = 'then'
      } else {
        const _errs25 = errors
        if (
          !validate84(data3, {
            instancePath: instancePath + '/attention',
            parentData: data,
            parentDataProperty: 'attention',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors)
          errors = vErrors.length
        }
        var _valid3 = _errs25 === errors
        valid4 = _valid3
        ifClause3 = 'else'
      }
      if (!valid4) {
        const err8 = {
          instancePath: instancePath + '/attention',
          schemaPath: '#/properties/attention/if',
          keyword: 'if',
          params: { failingKeyword: ifClause3 },
          schema: schema31.properties.attention.if,
          parentSchema: schema31.properties.attention,
          data: data3,
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.method !== undefined) {
      let data4 = data.method
      const _errs27 = errors
      let valid5 = true
      const _errs28 = errors
      if (!(typeof data4 == 'number' && isFinite(data4))) {
        const err9 = {}
        if (vErrors === null) {
          vErrors = [err9]
        } else {
          vErrors.push(err9)
        }
        errors++
      }
      var _valid4 = _errs28 === errors
      errors = _errs27
      if (vErrors !== null) {
        if (_errs27) {
          vErrors.length = _errs27
        } else {
          vErrors = null
        }
      }
      let ifClause4
      if (_valid4) {
        const _errs30 = errors
        if (
          !validate92(data4, {
            instancePath: instancePath + '/method',
            parentData: data,
            parentDataProperty: 'method',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors)
          errors = vErrors.length
        }
        var _valid4 = _errs30 === errors
        valid5 = _valid4
        ifClause4 = 'then'
      } else {
        const _errs31 = errors
        if (
          !validate84(data4, {
            instancePath: instancePath + '/method',
            parentData: data,
            parentDataProperty: 'method',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors)
          errors = vErrors.length
        }
        var _valid4 = _errs31 === errors
        valid5 = _valid4
        ifClause4 = 'else'
      }
      if (!valid5) {
        const err10 = {
          instancePath: instancePath + '/method',
          schemaPath: '#/properties/method/if',
          keyword: 'if',
          params: { failingKeyword: ifClause4 },
          schema: schema31.properties.method.if,
          parentSchema: schema31.properties.method,
          data: data4,
        }
        if (vErrors === null) {
          vErrors = [err10]
        } else {
          vErrors.push(err10)
        }
        errors++
      }
    }
    if (data.note !== undefined) {
      if (
        !validate76(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate78(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err11 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema31.type,
      parentSchema: schema31,
      data,
    }
    if (vErrors === null) {
      vErrors = [err11]
    } else {
      vErrors.push(err11)
    }
    errors++
  }
  validate91.errors = vErrors
  return errors === 0
}
const schema33 = {
  title: '事件名,如 call.answered · the name of an event, such as call.answered',
  type: 'string',
  pattern: '^[^\\s*/]([^*/]*[^\\s*/])?$',
}
const pattern25 = new RegExp('^[^\\s*/]([^*/]*[^\\s*/])?$', 'u')
function validate137(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern25.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[^\\s*/]([^*/]*[^\\s*/])?$' },
        schema: '^[^\\s*/]([^*/]*[^\\s*/])?$',
        parentSchema: schema33,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema33.type,
      parentSchema: schema33,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate137.errors = vErrors
  return errors === 0
}
const schema34 = { title: 'true 或 false · true or false', type: 'boolean' }
function validate140(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'boolean') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'boolean' },
      schema: schema34.type,
      parentSchema: schema34,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate140.errors = vErrors
  return errors === 0
}
const schema35 = {
  type: 'object',
  propertyNames: { $ref: 'common.schema.json#/definitions/attribute' },
  additionalProperties: { $ref: 'common.schema.json#/definitions/attributeType' },
}
const schema36 = {
  title: '属性名,小驼峰,如 homeCity · the name of an attribute in lowerCamelCase, such as homeCity',
  type: 'string',
  pattern: '^[a-z][A-Za-z0-9]*$',
}
const pattern27 = new RegExp('^[a-z][A-Za-z0-9]*$', 'u')
function validate143(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern27.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z][A-Za-z0-9]*$' },
        schema: '^[a-z][A-Za-z0-9]*$',
        parentSchema: schema36,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema36.type,
      parentSchema: schema36,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate143.errors = vErrors
  return errors === 0
}
const schema37 = {
  title: '属性类型 · the type of an attribute',
  enum: ['string', 'int', 'number', 'bool', 'time', 'duration'],
}
function validate145(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(
    data === 'string' ||
    data === 'int' ||
    data === 'number' ||
    data === 'bool' ||
    data === 'time' ||
    data === 'duration'
  )) {
    const err0 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema37.enum },
      schema: schema37.enum,
      parentSchema: schema37,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate145.errors = vErrors
  return errors === 0
}
function validate142(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors
      if (!validate143(key0, { instancePath, parentData: data, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors)
        errors = vErrors.length
      }
      var valid0 = _errs1 === errors
      if (!valid0) {
        const err0 = {
          instancePath,
          schemaPath: '#/propertyNames',
          keyword: 'propertyNames',
          params: { propertyName: key0 },
          schema: schema35.propertyNames,
          parentSchema: schema35,
          data,
        }
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    }
    for (const key1 in data) {
      if (
        !validate145(data[key1], {
          instancePath: instancePath + '/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
          parentData: data,
          parentDataProperty: key1,
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema35.type,
      parentSchema: schema35,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate142.errors = vErrors
  return errors === 0
}
const schema38 = {
  title: '事件名或含 * 的模式,如 ring.* · the name of an event or a pattern with *, such as ring.*',
  type: 'string',
  pattern: '^\\S(.*\\S)?$',
}
const pattern28 = new RegExp('^\\S(.*\\S)?$', 'u')
function validate154(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern28.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^\\S(.*\\S)?$' },
        schema: '^\\S(.*\\S)?$',
        parentSchema: schema38,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema38.type,
      parentSchema: schema38,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate154.errors = vErrors
  return errors === 0
}
function validate64(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="catalog.schema.json" */ let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.catalog === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'catalog' },
        schema: schema22.required,
        parentSchema: schema22,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data.businesses === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'businesses' },
        schema: schema22.required,
        parentSchema: schema22,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
    if (data.channels === undefined) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'channels' },
        schema: schema22.required,
        parentSchema: schema22,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    if (data.brands === undefined) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'brands' },
        schema: schema22.required,
        parentSchema: schema22,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    if (data.roles === undefined) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'roles' },
        schema: schema22.required,
        parentSchema: schema22,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    if (data.events === undefined) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'events' },
        schema: schema22.required,
        parentSchema: schema22,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(func2.call(schema22.properties, key0) || pattern0.test(key0))) {
        const err6 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema22,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.catalog !== undefined) {
      let data0 = data.catalog
      if (true !== data0) {
        const err7 = {
          instancePath: instancePath + '/catalog',
          schemaPath: '#/properties/catalog/const',
          keyword: 'const',
          params: { allowedValue: true },
          schema: true,
          parentSchema: schema22.properties.catalog,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
    }
    if (data.businesses !== undefined) {
      let data1 = data.businesses
      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs5 = errors
          if (
            !validate65(key1, {
              instancePath: instancePath + '/businesses',
              parentData: data1,
              parentDataProperty: 'businesses',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid1 = _errs5 === errors
          if (!valid1) {
            const err8 = {
              instancePath: instancePath + '/businesses',
              schemaPath: '#/properties/businesses/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema22.properties.businesses.propertyNames,
              parentSchema: schema22.properties.businesses,
              data: data1,
            }
            if (vErrors === null) {
              vErrors = [err8]
            } else {
              vErrors.push(err8)
            }
            errors++
          }
        }
        for (const key2 in data1) {
          let data2 = data1[key2]
          if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
            if (data2.class === undefined) {
              const err9 = {
                instancePath: instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/businesses/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'class' },
                schema: schema22.properties.businesses.additionalProperties.required,
                parentSchema: schema22.properties.businesses.additionalProperties,
                data: data2,
              }
              if (vErrors === null) {
                vErrors = [err9]
              } else {
                vErrors.push(err9)
              }
              errors++
            }
            if (data2.name === undefined) {
              const err10 = {
                instancePath: instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/businesses/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                schema: schema22.properties.businesses.additionalProperties.required,
                parentSchema: schema22.properties.businesses.additionalProperties,
                data: data2,
              }
              if (vErrors === null) {
                vErrors = [err10]
              } else {
                vErrors.push(err10)
              }
              errors++
            }
            for (const key3 in data2) {
              if (!(
                key3 === 'name' ||
                key3 === 'code' ||
                key3 === 'part-of' ||
                key3 === 'class' ||
                key3 === 'family' ||
                key3 === 'note' ||
                key3 === 'source' ||
                pattern0.test(key3)
              )) {
                const err11 = {
                  instancePath: instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/businesses/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key3 },
                  schema: false,
                  parentSchema: schema22.properties.businesses.additionalProperties,
                  data: data2,
                }
                if (vErrors === null) {
                  vErrors = [err11]
                } else {
                  vErrors.push(err11)
                }
                errors++
              }
            }
            if (data2.name !== undefined) {
              if (
                !validate67(data2.name, {
                  instancePath: instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                  parentData: data2,
                  parentDataProperty: 'name',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data2.code !== undefined) {
              if (
                !validate71(data2.code, {
                  instancePath: instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/code',
                  parentData: data2,
                  parentDataProperty: 'code',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors)
                errors = vErrors.length
              }
            }
            if (data2['part-of'] !== undefined) {
              if (
                !validate65(data2['part-of'], {
                  instancePath:
                    instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/part-of',
                  parentData: data2,
                  parentDataProperty: 'part-of',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
                errors = vErrors.length
              }
            }
            if (data2.class !== undefined) {
              let data6 = data2.class
              if (!(
                data6 === 'acceptance' ||
                data6 === 'query' ||
                data6 === 'verification' ||
                data6 === 'consultation' ||
                data6 === 'complaint'
              )) {
                const err12 = {
                  instancePath:
                    instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/class',
                  schemaPath: '#/properties/businesses/additionalProperties/properties/class/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema22.properties.businesses.additionalProperties.properties.class.enum },
                  schema: schema22.properties.businesses.additionalProperties.properties.class.enum,
                  parentSchema: schema22.properties.businesses.additionalProperties.properties.class,
                  data: data6,
                }
                if (vErrors === null) {
                  vErrors = [err12]
                } else {
                  vErrors.push(err12)
                }
                errors++
              }
            }
            if (data2.family !== undefined) {
              if (
                !validate74(data2.family, {
                  instancePath:
                    instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/family',
                  parentData: data2,
                  parentDataProperty: 'family',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors)
                errors = vErrors.length
              }
            }
            if (data2.note !== undefined) {
              if (
                !validate76(data2.note, {
                  instancePath: instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                  parentData: data2,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                errors = vErrors.length
              }
            }
            if (data2.source !== undefined) {
              if (
                !validate78(data2.source, {
                  instancePath:
                    instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                  parentData: data2,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err13 = {
              instancePath: instancePath + '/businesses/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/businesses/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema22.properties.businesses.additionalProperties.type,
              parentSchema: schema22.properties.businesses.additionalProperties,
              data: data2,
            }
            if (vErrors === null) {
              vErrors = [err13]
            } else {
              vErrors.push(err13)
            }
            errors++
          }
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/businesses',
          schemaPath: '#/properties/businesses/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.businesses.type,
          parentSchema: schema22.properties.businesses,
          data: data1,
        }
        if (vErrors === null) {
          vErrors = [err14]
        } else {
          vErrors.push(err14)
        }
        errors++
      }
    }
    if (data.channels !== undefined) {
      let data10 = data.channels
      if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
        for (const key4 in data10) {
          const _errs20 = errors
          if (
            !validate65(key4, {
              instancePath: instancePath + '/channels',
              parentData: data10,
              parentDataProperty: 'channels',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid5 = _errs20 === errors
          if (!valid5) {
            const err15 = {
              instancePath: instancePath + '/channels',
              schemaPath: '#/properties/channels/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key4 },
              schema: schema22.properties.channels.propertyNames,
              parentSchema: schema22.properties.channels,
              data: data10,
            }
            if (vErrors === null) {
              vErrors = [err15]
            } else {
              vErrors.push(err15)
            }
            errors++
          }
        }
        for (const key5 in data10) {
          let data11 = data10[key5]
          if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
            if (data11.name === undefined) {
              const err16 = {
                instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/channels/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                schema: schema22.properties.channels.additionalProperties.required,
                parentSchema: schema22.properties.channels.additionalProperties,
                data: data11,
              }
              if (vErrors === null) {
                vErrors = [err16]
              } else {
                vErrors.push(err16)
              }
              errors++
            }
            if (data11.code === undefined) {
              const err17 = {
                instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/channels/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                schema: schema22.properties.channels.additionalProperties.required,
                parentSchema: schema22.properties.channels.additionalProperties,
                data: data11,
              }
              if (vErrors === null) {
                vErrors = [err17]
              } else {
                vErrors.push(err17)
              }
              errors++
            }
            for (const key6 in data11) {
              if (!(
                func2.call(schema22.properties.channels.additionalProperties.properties, key6) || pattern0.test(key6)
              )) {
                const err18 = {
                  instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/channels/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key6 },
                  schema: false,
                  parentSchema: schema22.properties.channels.additionalProperties,
                  data: data11,
                }
                if (vErrors === null) {
                  vErrors = [err18]
                } else {
                  vErrors.push(err18)
                }
                errors++
              }
            }
            if (data11.name !== undefined) {
              if (
                !validate67(data11.name, {
                  instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                  parentData: data11,
                  parentDataProperty: 'name',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data11.code !== undefined) {
              if (
                !validate71(data11.code, {
                  instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/code',
                  parentData: data11,
                  parentDataProperty: 'code',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors)
                errors = vErrors.length
              }
            }
            if (data11['part-of'] !== undefined) {
              if (
                !validate65(data11['part-of'], {
                  instancePath:
                    instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/part-of',
                  parentData: data11,
                  parentDataProperty: 'part-of',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
                errors = vErrors.length
              }
            }
            if (data11.hours !== undefined) {
              if (
                !validate84(data11.hours, {
                  instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/hours',
                  parentData: data11,
                  parentDataProperty: 'hours',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors)
                errors = vErrors.length
              }
            }
            if (data11.scope !== undefined) {
              if (
                !validate67(data11.scope, {
                  instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/scope',
                  parentData: data11,
                  parentDataProperty: 'scope',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data11.response !== undefined) {
              if (
                !validate87(data11.response, {
                  instancePath:
                    instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/response',
                  parentData: data11,
                  parentDataProperty: 'response',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors)
                errors = vErrors.length
              }
            }
            if (data11.contact !== undefined) {
              if (
                !validate91(data11.contact, {
                  instancePath:
                    instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/contact',
                  parentData: data11,
                  parentDataProperty: 'contact',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors)
                errors = vErrors.length
              }
            }
            if (data11.note !== undefined) {
              if (
                !validate76(data11.note, {
                  instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                  parentData: data11,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                errors = vErrors.length
              }
            }
            if (data11.source !== undefined) {
              if (
                !validate78(data11.source, {
                  instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                  parentData: data11,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err19 = {
              instancePath: instancePath + '/channels/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/channels/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema22.properties.channels.additionalProperties.type,
              parentSchema: schema22.properties.channels.additionalProperties,
              data: data11,
            }
            if (vErrors === null) {
              vErrors = [err19]
            } else {
              vErrors.push(err19)
            }
            errors++
          }
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/channels',
          schemaPath: '#/properties/channels/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.channels.type,
          parentSchema: schema22.properties.channels,
          data: data10,
        }
        if (vErrors === null) {
          vErrors = [err20]
        } else {
          vErrors.push(err20)
        }
        errors++
      }
    }
    if (data.brands !== undefined) {
      let data21 = data.brands
      if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
        for (const key7 in data21) {
          const _errs41 = errors
          if (
            !validate65(key7, {
              instancePath: instancePath + '/brands',
              parentData: data21,
              parentDataProperty: 'brands',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid13 = _errs41 === errors
          if (!valid13) {
            const err21 = {
              instancePath: instancePath + '/brands',
              schemaPath: '#/properties/brands/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key7 },
              schema: schema22.properties.brands.propertyNames,
              parentSchema: schema22.properties.brands,
              data: data21,
            }
            if (vErrors === null) {
              vErrors = [err21]
            } else {
              vErrors.push(err21)
            }
            errors++
          }
        }
        for (const key8 in data21) {
          let data22 = data21[key8]
          if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
            if (data22.name === undefined) {
              const err22 = {
                instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/brands/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                schema: schema22.properties.brands.additionalProperties.required,
                parentSchema: schema22.properties.brands.additionalProperties,
                data: data22,
              }
              if (vErrors === null) {
                vErrors = [err22]
              } else {
                vErrors.push(err22)
              }
              errors++
            }
            for (const key9 in data22) {
              if (!(
                key9 === 'name' ||
                key9 === 'code' ||
                key9 === 'part-of' ||
                key9 === 'note' ||
                key9 === 'source' ||
                pattern0.test(key9)
              )) {
                const err23 = {
                  instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/brands/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key9 },
                  schema: false,
                  parentSchema: schema22.properties.brands.additionalProperties,
                  data: data22,
                }
                if (vErrors === null) {
                  vErrors = [err23]
                } else {
                  vErrors.push(err23)
                }
                errors++
              }
            }
            if (data22.name !== undefined) {
              if (
                !validate67(data22.name, {
                  instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                  parentData: data22,
                  parentDataProperty: 'name',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data22.code !== undefined) {
              if (
                !validate71(data22.code, {
                  instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1') + '/code',
                  parentData: data22,
                  parentDataProperty: 'code',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors)
                errors = vErrors.length
              }
            }
            if (data22['part-of'] !== undefined) {
              if (
                !validate65(data22['part-of'], {
                  instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1') + '/part-of',
                  parentData: data22,
                  parentDataProperty: 'part-of',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
                errors = vErrors.length
              }
            }
            if (data22.note !== undefined) {
              if (
                !validate76(data22.note, {
                  instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                  parentData: data22,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                errors = vErrors.length
              }
            }
            if (data22.source !== undefined) {
              if (
                !validate78(data22.source, {
                  instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                  parentData: data22,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err24 = {
              instancePath: instancePath + '/brands/' + key8.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/brands/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema22.properties.brands.additionalProperties.type,
              parentSchema: schema22.properties.brands.additionalProperties,
              data: data22,
            }
            if (vErrors === null) {
              vErrors = [err24]
            } else {
              vErrors.push(err24)
            }
            errors++
          }
        }
      } else {
        const err25 = {
          instancePath: instancePath + '/brands',
          schemaPath: '#/properties/brands/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.brands.type,
          parentSchema: schema22.properties.brands,
          data: data21,
        }
        if (vErrors === null) {
          vErrors = [err25]
        } else {
          vErrors.push(err25)
        }
        errors++
      }
    }
    if (data.identities !== undefined) {
      let data28 = data.identities
      if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
        for (const key10 in data28) {
          const _errs54 = errors
          if (
            !validate65(key10, {
              instancePath: instancePath + '/identities',
              parentData: data28,
              parentDataProperty: 'identities',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid17 = _errs54 === errors
          if (!valid17) {
            const err26 = {
              instancePath: instancePath + '/identities',
              schemaPath: '#/properties/identities/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key10 },
              schema: schema22.properties.identities.propertyNames,
              parentSchema: schema22.properties.identities,
              data: data28,
            }
            if (vErrors === null) {
              vErrors = [err26]
            } else {
              vErrors.push(err26)
            }
            errors++
          }
        }
        for (const key11 in data28) {
          let data29 = data28[key11]
          if (data29 && typeof data29 == 'object' && !Array.isArray(data29)) {
            if (data29.name === undefined) {
              const err27 = {
                instancePath: instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/identities/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                schema: schema22.properties.identities.additionalProperties.required,
                parentSchema: schema22.properties.identities.additionalProperties,
                data: data29,
              }
              if (vErrors === null) {
                vErrors = [err27]
              } else {
                vErrors.push(err27)
              }
              errors++
            }
            for (const key12 in data29) {
              if (!(
                key12 === 'name' ||
                key12 === 'code' ||
                key12 === 'part-of' ||
                key12 === 'note' ||
                key12 === 'source' ||
                pattern0.test(key12)
              )) {
                const err28 = {
                  instancePath: instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/identities/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key12 },
                  schema: false,
                  parentSchema: schema22.properties.identities.additionalProperties,
                  data: data29,
                }
                if (vErrors === null) {
                  vErrors = [err28]
                } else {
                  vErrors.push(err28)
                }
                errors++
              }
            }
            if (data29.name !== undefined) {
              if (
                !validate67(data29.name, {
                  instancePath:
                    instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                  parentData: data29,
                  parentDataProperty: 'name',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data29.code !== undefined) {
              if (
                !validate71(data29.code, {
                  instancePath:
                    instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1') + '/code',
                  parentData: data29,
                  parentDataProperty: 'code',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors)
                errors = vErrors.length
              }
            }
            if (data29['part-of'] !== undefined) {
              if (
                !validate65(data29['part-of'], {
                  instancePath:
                    instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1') + '/part-of',
                  parentData: data29,
                  parentDataProperty: 'part-of',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
                errors = vErrors.length
              }
            }
            if (data29.note !== undefined) {
              if (
                !validate76(data29.note, {
                  instancePath:
                    instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                  parentData: data29,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                errors = vErrors.length
              }
            }
            if (data29.source !== undefined) {
              if (
                !validate78(data29.source, {
                  instancePath:
                    instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                  parentData: data29,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err29 = {
              instancePath: instancePath + '/identities/' + key11.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/identities/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema22.properties.identities.additionalProperties.type,
              parentSchema: schema22.properties.identities.additionalProperties,
              data: data29,
            }
            if (vErrors === null) {
              vErrors = [err29]
            } else {
              vErrors.push(err29)
            }
            errors++
          }
        }
      } else {
        const err30 = {
          instancePath: instancePath + '/identities',
          schemaPath: '#/properties/identities/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.identities.type,
          parentSchema: schema22.properties.identities,
          data: data28,
        }
        if (vErrors === null) {
          vErrors = [err30]
        } else {
          vErrors.push(err30)
        }
        errors++
      }
    }
    if (data.regions !== undefined) {
      let data35 = data.regions
      if (data35 && typeof data35 == 'object' && !Array.isArray(data35)) {
        for (const key13 in data35) {
          const _errs67 = errors
          if (
            !validate65(key13, {
              instancePath: instancePath + '/regions',
              parentData: data35,
              parentDataProperty: 'regions',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid21 = _errs67 === errors
          if (!valid21) {
            const err31 = {
              instancePath: instancePath + '/regions',
              schemaPath: '#/properties/regions/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key13 },
              schema: schema22.properties.regions.propertyNames,
              parentSchema: schema22.properties.regions,
              data: data35,
            }
            if (vErrors === null) {
              vErrors = [err31]
            } else {
              vErrors.push(err31)
            }
            errors++
          }
        }
        for (const key14 in data35) {
          let data36 = data35[key14]
          if (data36 && typeof data36 == 'object' && !Array.isArray(data36)) {
            if (data36.name === undefined) {
              const err32 = {
                instancePath: instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/regions/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                schema: schema22.properties.regions.additionalProperties.required,
                parentSchema: schema22.properties.regions.additionalProperties,
                data: data36,
              }
              if (vErrors === null) {
                vErrors = [err32]
              } else {
                vErrors.push(err32)
              }
              errors++
            }
            for (const key15 in data36) {
              if (!(
                key15 === 'name' ||
                key15 === 'code' ||
                key15 === 'part-of' ||
                key15 === 'note' ||
                key15 === 'source' ||
                pattern0.test(key15)
              )) {
                const err33 = {
                  instancePath: instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/regions/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key15 },
                  schema: false,
                  parentSchema: schema22.properties.regions.additionalProperties,
                  data: data36,
                }
                if (vErrors === null) {
                  vErrors = [err33]
                } else {
                  vErrors.push(err33)
                }
                errors++
              }
            }
            if (data36.name !== undefined) {
              if (
                !validate67(data36.name, {
                  instancePath: instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                  parentData: data36,
                  parentDataProperty: 'name',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data36.code !== undefined) {
              if (
                !validate71(data36.code, {
                  instancePath: instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1') + '/code',
                  parentData: data36,
                  parentDataProperty: 'code',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors)
                errors = vErrors.length
              }
            }
            if (data36['part-of'] !== undefined) {
              if (
                !validate65(data36['part-of'], {
                  instancePath:
                    instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1') + '/part-of',
                  parentData: data36,
                  parentDataProperty: 'part-of',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
                errors = vErrors.length
              }
            }
            if (data36.note !== undefined) {
              if (
                !validate76(data36.note, {
                  instancePath: instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                  parentData: data36,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                errors = vErrors.length
              }
            }
            if (data36.source !== undefined) {
              if (
                !validate78(data36.source, {
                  instancePath: instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                  parentData: data36,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err34 = {
              instancePath: instancePath + '/regions/' + key14.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/regions/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema22.properties.regions.additionalProperties.type,
              parentSchema: schema22.properties.regions.additionalProperties,
              data: data36,
            }
            if (vErrors === null) {
              vErrors = [err34]
            } else {
              vErrors.push(err34)
            }
            errors++
          }
        }
      } else {
        const err35 = {
          instancePath: instancePath + '/regions',
          schemaPath: '#/properties/regions/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.regions.type,
          parentSchema: schema22.properties.regions,
          data: data35,
        }
        if (vErrors === null) {
          vErrors = [err35]
        } else {
          vErrors.push(err35)
        }
        errors++
      }
    }
    if (data.environments !== undefined) {
      let data42 = data.environments
      if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
        for (const key16 in data42) {
          const _errs80 = errors
          if (
            !validate65(key16, {
              instancePath: instancePath + '/environments',
              parentData: data42,
              parentDataProperty: 'environments',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid25 = _errs80 === errors
          if (!valid25) {
            const err36 = {
              instancePath: instancePath + '/environments',
              schemaPath: '#/properties/environments/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key16 },
              schema: schema22.properties.environments.propertyNames,
              parentSchema: schema22.properties.environments,
              data: data42,
            }
            if (vErrors === null) {
              vErrors = [err36]
            } else {
              vErrors.push(err36)
            }
            errors++
          }
        }
        for (const key17 in data42) {
          let data43 = data42[key17]
          if (data43 && typeof data43 == 'object' && !Array.isArray(data43)) {
            if (data43.name === undefined) {
              const err37 = {
                instancePath: instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/environments/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                schema: schema22.properties.environments.additionalProperties.required,
                parentSchema: schema22.properties.environments.additionalProperties,
                data: data43,
              }
              if (vErrors === null) {
                vErrors = [err37]
              } else {
                vErrors.push(err37)
              }
              errors++
            }
            for (const key18 in data43) {
              if (!(
                key18 === 'name' ||
                key18 === 'code' ||
                key18 === 'part-of' ||
                key18 === 'note' ||
                key18 === 'source' ||
                pattern0.test(key18)
              )) {
                const err38 = {
                  instancePath: instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/environments/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key18 },
                  schema: false,
                  parentSchema: schema22.properties.environments.additionalProperties,
                  data: data43,
                }
                if (vErrors === null) {
                  vErrors = [err38]
                } else {
                  vErrors.push(err38)
                }
                errors++
              }
            }
            if (data43.name !== undefined) {
              if (
                !validate67(data43.name, {
                  instancePath:
                    instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                  parentData: data43,
                  parentDataProperty: 'name',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data43.code !== undefined) {
              if (
                !validate71(data43.code, {
                  instancePath:
                    instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1') + '/code',
                  parentData: data43,
                  parentDataProperty: 'code',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors)
                errors = vErrors.length
              }
            }
            if (data43['part-of'] !== undefined) {
              if (
                !validate65(data43['part-of'], {
                  instancePath:
                    instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1') + '/part-of',
                  parentData: data43,
                  parentDataProperty: 'part-of',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
                errors = vErrors.length
              }
            }
            if (data43.note !== undefined) {
              if (
                !validate76(data43.note, {
                  instancePath:
                    instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                  parentData: data43,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                errors = vErrors.length
              }
            }
            if (data43.source !== undefined) {
              if (
                !validate78(data43.source, {
                  instancePath:
                    instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                  parentData: data43,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err39 = {
              instancePath: instancePath + '/environments/' + key17.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/environments/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema22.properties.environments.additionalProperties.type,
              parentSchema: schema22.properties.environments.additionalProperties,
              data: data43,
            }
            if (vErrors === null) {
              vErrors = [err39]
            } else {
              vErrors.push(err39)
            }
            errors++
          }
        }
      } else {
        const err40 = {
          instancePath: instancePath + '/environments',
          schemaPath: '#/properties/environments/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.environments.type,
          parentSchema: schema22.properties.environments,
          data: data42,
        }
        if (vErrors === null) {
          vErrors = [err40]
        } else {
          vErrors.push(err40)
        }
        errors++
      }
    }
    if (data.roles !== undefined) {
      let data49 = data.roles
      if (data49 && typeof data49 == 'object' && !Array.isArray(data49)) {
        for (const key19 in data49) {
          const _errs93 = errors
          if (
            !validate65(key19, {
              instancePath: instancePath + '/roles',
              parentData: data49,
              parentDataProperty: 'roles',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid29 = _errs93 === errors
          if (!valid29) {
            const err41 = {
              instancePath: instancePath + '/roles',
              schemaPath: '#/properties/roles/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key19 },
              schema: schema22.properties.roles.propertyNames,
              parentSchema: schema22.properties.roles,
              data: data49,
            }
            if (vErrors === null) {
              vErrors = [err41]
            } else {
              vErrors.push(err41)
            }
            errors++
          }
        }
        for (const key20 in data49) {
          let data50 = data49[key20]
          if (data50 && typeof data50 == 'object' && !Array.isArray(data50)) {
            if (data50.name === undefined) {
              const err42 = {
                instancePath: instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/roles/additionalProperties/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                schema: schema22.properties.roles.additionalProperties.required,
                parentSchema: schema22.properties.roles.additionalProperties,
                data: data50,
              }
              if (vErrors === null) {
                vErrors = [err42]
              } else {
                vErrors.push(err42)
              }
              errors++
            }
            for (const key21 in data50) {
              if (!(
                key21 === 'name' ||
                key21 === 'rank' ||
                key21 === 'qualifications' ||
                key21 === 'note' ||
                key21 === 'source' ||
                pattern0.test(key21)
              )) {
                const err43 = {
                  instancePath: instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1'),
                  schemaPath: '#/properties/roles/additionalProperties/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key21 },
                  schema: false,
                  parentSchema: schema22.properties.roles.additionalProperties,
                  data: data50,
                }
                if (vErrors === null) {
                  vErrors = [err43]
                } else {
                  vErrors.push(err43)
                }
                errors++
              }
            }
            if (data50.name !== undefined) {
              if (
                !validate67(data50.name, {
                  instancePath: instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                  parentData: data50,
                  parentDataProperty: 'name',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                errors = vErrors.length
              }
            }
            if (data50.rank !== undefined) {
              let data52 = data50.rank
              if (!(typeof data52 == 'number' && !(data52 % 1) && !isNaN(data52) && isFinite(data52))) {
                const err44 = {
                  instancePath: instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1') + '/rank',
                  schemaPath: '#/properties/roles/additionalProperties/properties/rank/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  schema: schema22.properties.roles.additionalProperties.properties.rank.type,
                  parentSchema: schema22.properties.roles.additionalProperties.properties.rank,
                  data: data52,
                }
                if (vErrors === null) {
                  vErrors = [err44]
                } else {
                  vErrors.push(err44)
                }
                errors++
              }
            }
            if (data50.qualifications !== undefined) {
              let data53 = data50.qualifications
              if (Array.isArray(data53)) {
                const len0 = data53.length
                for (let i0 = 0; i0 < len0; i0++) {
                  if (
                    !validate65(data53[i0], {
                      instancePath:
                        instancePath +
                        '/roles/' +
                        key20.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/qualifications/' +
                        i0,
                      parentData: data53,
                      parentDataProperty: i0,
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
                    errors = vErrors.length
                  }
                }
              } else {
                const err45 = {
                  instancePath:
                    instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1') + '/qualifications',
                  schemaPath: '#/properties/roles/additionalProperties/properties/qualifications/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  schema: schema22.properties.roles.additionalProperties.properties.qualifications.type,
                  parentSchema: schema22.properties.roles.additionalProperties.properties.qualifications,
                  data: data53,
                }
                if (vErrors === null) {
                  vErrors = [err45]
                } else {
                  vErrors.push(err45)
                }
                errors++
              }
            }
            if (data50.note !== undefined) {
              if (
                !validate76(data50.note, {
                  instancePath: instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                  parentData: data50,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                errors = vErrors.length
              }
            }
            if (data50.source !== undefined) {
              if (
                !validate78(data50.source, {
                  instancePath: instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                  parentData: data50,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err46 = {
              instancePath: instancePath + '/roles/' + key20.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/roles/additionalProperties/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema22.properties.roles.additionalProperties.type,
              parentSchema: schema22.properties.roles.additionalProperties,
              data: data50,
            }
            if (vErrors === null) {
              vErrors = [err46]
            } else {
              vErrors.push(err46)
            }
            errors++
          }
        }
      } else {
        const err47 = {
          instancePath: instancePath + '/roles',
          schemaPath: '#/properties/roles/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.roles.type,
          parentSchema: schema22.properties.roles,
          data: data49,
        }
        if (vErrors === null) {
          vErrors = [err47]
        } else {
          vErrors.push(err47)
        }
        errors++
      }
    }
    if (data.events !== undefined) {
      let data57 = data.events
      if (data57 && typeof data57 == 'object' && !Array.isArray(data57)) {
        for (const key22 in data57) {
          const _errs108 = errors
          if (
            !validate137(key22, {
              instancePath: instancePath + '/events',
              parentData: data57,
              parentDataProperty: 'events',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors)
            errors = vErrors.length
          }
          var valid34 = _errs108 === errors
          if (!valid34) {
            const err48 = {
              instancePath: instancePath + '/events',
              schemaPath: '#/properties/events/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key22 },
              schema: schema22.properties.events.propertyNames,
              parentSchema: schema22.properties.events,
              data: data57,
            }
            if (vErrors === null) {
              vErrors = [err48]
            } else {
              vErrors.push(err48)
            }
            errors++
          }
        }
        for (const key23 in data57) {
          let data58 = data57[key23]
          const _errs111 = errors
          let valid36 = true
          const _errs112 = errors
          if (data58 !== null) {
            const err49 = {}
            if (vErrors === null) {
              vErrors = [err49]
            } else {
              vErrors.push(err49)
            }
            errors++
          }
          var _valid0 = _errs112 === errors
          errors = _errs111
          if (vErrors !== null) {
            if (_errs111) {
              vErrors.length = _errs111
            } else {
              vErrors = null
            }
          }
          if (!_valid0) {
            const _errs114 = errors
            if (data58 && typeof data58 == 'object' && !Array.isArray(data58)) {
              for (const key24 in data58) {
                if (!(
                  key24 === 'name' ||
                  key24 === 'speech' ||
                  key24 === 'attributes' ||
                  key24 === 'also' ||
                  key24 === 'note' ||
                  key24 === 'source' ||
                  pattern0.test(key24)
                )) {
                  const err50 = {
                    instancePath: instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1'),
                    schemaPath: '#/properties/events/additionalProperties/else/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key24 },
                    schema: false,
                    parentSchema: schema22.properties.events.additionalProperties.else,
                    data: data58,
                  }
                  if (vErrors === null) {
                    vErrors = [err50]
                  } else {
                    vErrors.push(err50)
                  }
                  errors++
                }
              }
              if (data58.name !== undefined) {
                if (
                  !validate67(data58.name, {
                    instancePath: instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1') + '/name',
                    parentData: data58,
                    parentDataProperty: 'name',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors)
                  errors = vErrors.length
                }
              }
              if (data58.speech !== undefined) {
                if (
                  !validate140(data58.speech, {
                    instancePath:
                      instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1') + '/speech',
                    parentData: data58,
                    parentDataProperty: 'speech',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors)
                  errors = vErrors.length
                }
              }
              if (data58.attributes !== undefined) {
                if (
                  !validate142(data58.attributes, {
                    instancePath:
                      instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1') + '/attributes',
                    parentData: data58,
                    parentDataProperty: 'attributes',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors)
                  errors = vErrors.length
                }
              }
              if (data58.also !== undefined) {
                let data62 = data58.also
                if (Array.isArray(data62)) {
                  const len1 = data62.length
                  for (let i1 = 0; i1 < len1; i1++) {
                    if (
                      !validate84(data62[i1], {
                        instancePath:
                          instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1') + '/also/' + i1,
                        parentData: data62,
                        parentDataProperty: i1,
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors)
                      errors = vErrors.length
                    }
                  }
                } else {
                  const err51 = {
                    instancePath: instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1') + '/also',
                    schemaPath: '#/properties/events/additionalProperties/else/properties/also/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    schema: schema22.properties.events.additionalProperties.else.properties.also.type,
                    parentSchema: schema22.properties.events.additionalProperties.else.properties.also,
                    data: data62,
                  }
                  if (vErrors === null) {
                    vErrors = [err51]
                  } else {
                    vErrors.push(err51)
                  }
                  errors++
                }
              }
              if (data58.note !== undefined) {
                if (
                  !validate76(data58.note, {
                    instancePath: instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1') + '/note',
                    parentData: data58,
                    parentDataProperty: 'note',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
                  errors = vErrors.length
                }
              }
              if (data58.source !== undefined) {
                if (
                  !validate78(data58.source, {
                    instancePath:
                      instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1') + '/source',
                    parentData: data58,
                    parentDataProperty: 'source',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err52 = {
                instancePath: instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/properties/events/additionalProperties/else/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema22.properties.events.additionalProperties.else.type,
                parentSchema: schema22.properties.events.additionalProperties.else,
                data: data58,
              }
              if (vErrors === null) {
                vErrors = [err52]
              } else {
                vErrors.push(err52)
              }
              errors++
            }
            var _valid0 = _errs114 === errors
            valid36 = _valid0
          }
          if (!valid36) {
            const err53 = {
              instancePath: instancePath + '/events/' + key23.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/events/additionalProperties/if',
              keyword: 'if',
              params: { failingKeyword: 'else' },
              schema: schema22.properties.events.additionalProperties.if,
              parentSchema: schema22.properties.events.additionalProperties,
              data: data58,
            }
            if (vErrors === null) {
              vErrors = [err53]
            } else {
              vErrors.push(err53)
            }
            errors++
          }
        }
      } else {
        const err54 = {
          instancePath: instancePath + '/events',
          schemaPath: '#/properties/events/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.events.type,
          parentSchema: schema22.properties.events,
          data: data57,
        }
        if (vErrors === null) {
          vErrors = [err54]
        } else {
          vErrors.push(err54)
        }
        errors++
      }
    }
    if (data.attributes !== undefined) {
      if (
        !validate142(data.attributes, {
          instancePath: instancePath + '/attributes',
          parentData: data,
          parentDataProperty: 'attributes',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors)
        errors = vErrors.length
      }
    }
    if (data.ends !== undefined) {
      let data67 = data.ends
      if (Array.isArray(data67)) {
        const len2 = data67.length
        for (let i2 = 0; i2 < len2; i2++) {
          if (
            !validate137(data67[i2], {
              instancePath: instancePath + '/ends/' + i2,
              parentData: data67,
              parentDataProperty: i2,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err55 = {
          instancePath: instancePath + '/ends',
          schemaPath: '#/properties/ends/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema22.properties.ends.type,
          parentSchema: schema22.properties.ends,
          data: data67,
        }
        if (vErrors === null) {
          vErrors = [err55]
        } else {
          vErrors.push(err55)
        }
        errors++
      }
    }
    if (data.idle !== undefined) {
      if (
        !validate87(data.idle, {
          instancePath: instancePath + '/idle',
          parentData: data,
          parentDataProperty: 'idle',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors)
        errors = vErrors.length
      }
    }
    if (data.ambient !== undefined) {
      let data70 = data.ambient
      if (Array.isArray(data70)) {
        const len3 = data70.length
        for (let i3 = 0; i3 < len3; i3++) {
          if (
            !validate154(data70[i3], {
              instancePath: instancePath + '/ambient/' + i3,
              parentData: data70,
              parentDataProperty: i3,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err56 = {
          instancePath: instancePath + '/ambient',
          schemaPath: '#/properties/ambient/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema22.properties.ambient.type,
          parentSchema: schema22.properties.ambient,
          data: data70,
        }
        if (vErrors === null) {
          vErrors = [err56]
        } else {
          vErrors.push(err56)
        }
        errors++
      }
    }
    if (data.constants !== undefined) {
      let data72 = data.constants
      if (data72 && typeof data72 == 'object' && !Array.isArray(data72)) {
        for (const key25 in data72) {
          const _errs138 = errors
          if (
            !validate65(key25, {
              instancePath: instancePath + '/constants',
              parentData: data72,
              parentDataProperty: 'constants',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors)
            errors = vErrors.length
          }
          var valid47 = _errs138 === errors
          if (!valid47) {
            const err57 = {
              instancePath: instancePath + '/constants',
              schemaPath: '#/properties/constants/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key25 },
              schema: schema22.properties.constants.propertyNames,
              parentSchema: schema22.properties.constants,
              data: data72,
            }
            if (vErrors === null) {
              vErrors = [err57]
            } else {
              vErrors.push(err57)
            }
            errors++
          }
        }
        for (const key26 in data72) {
          if (
            !validate87(data72[key26], {
              instancePath: instancePath + '/constants/' + key26.replace(/~/g, '~0').replace(/\//g, '~1'),
              parentData: data72,
              parentDataProperty: key26,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err58 = {
          instancePath: instancePath + '/constants',
          schemaPath: '#/properties/constants/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema22.properties.constants.type,
          parentSchema: schema22.properties.constants,
          data: data72,
        }
        if (vErrors === null) {
          vErrors = [err58]
        } else {
          vErrors.push(err58)
        }
        errors++
      }
    }
    if (data.blank !== undefined) {
      let data74 = data.blank
      if (Array.isArray(data74)) {
        const len4 = data74.length
        for (let i4 = 0; i4 < len4; i4++) {
          let data75 = data74[i4]
          if (typeof data75 !== 'string') {
            const err59 = {
              instancePath: instancePath + '/blank/' + i4,
              schemaPath: '#/properties/blank/items/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema22.properties.blank.items.type,
              parentSchema: schema22.properties.blank.items,
              data: data75,
            }
            if (vErrors === null) {
              vErrors = [err59]
            } else {
              vErrors.push(err59)
            }
            errors++
          }
        }
      } else {
        const err60 = {
          instancePath: instancePath + '/blank',
          schemaPath: '#/properties/blank/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema22.properties.blank.type,
          parentSchema: schema22.properties.blank,
          data: data74,
        }
        if (vErrors === null) {
          vErrors = [err60]
        } else {
          vErrors.push(err60)
        }
        errors++
      }
    }
    if (data.note !== undefined) {
      if (
        !validate76(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate78(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err61 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema22.type,
      parentSchema: schema22,
      data,
    }
    if (vErrors === null) {
      vErrors = [err61]
    } else {
      vErrors.push(err61)
    }
    errors++
  }
  validate64.errors = vErrors
  return errors === 0
}
const validate_lexicons = validate160
const schema39 = {
  $id: 'lexicons.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '词库文件 · Lexicons',
  type: 'object',
  properties: {
    lexicons: {
      type: 'object',
      propertyNames: { $ref: 'common.schema.json#/definitions/id' },
      additionalProperties: { $ref: 'common.schema.json#/definitions/lexicon' },
    },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['lexicons'],
}
function validate161(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate161.errors = vErrors
  return errors === 0
}
const schema41 = {
  type: 'object',
  properties: {
    any: { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' }, minItems: 1 },
    all: { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' }, minItems: 1 },
    none: { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' }, minItems: 1 },
    template: { allOf: [{ $ref: 'common.schema.json#/definitions/string' }] },
    regex: { allOf: [{ $ref: 'common.schema.json#/definitions/string' }] },
    similar: { allOf: [{ $ref: 'common.schema.json#/definitions/unit' }] },
    except: { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' } },
    pinyin: {},
    name: { $ref: 'common.schema.json#/definitions/text' },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  title:
    '词库 {any, all, none, template, regex, similar, except} · a lexicon {any, all, none, template, regex, similar, except}',
  anyOf: [
    { required: ['any'] },
    { required: ['all'] },
    { required: ['none'] },
    { required: ['template'] },
    { required: ['regex'] },
  ],
}
function validate169(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 1 },
        schema: 1,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data < 0 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'number' },
      schema: schema20.type,
      parentSchema: schema20,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate169.errors = vErrors
  return errors === 0
}
function validate172(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'zh' || key0 === 'en')) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema9.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.zh !== undefined) {
        if (
          !validate26(data.zh, {
            instancePath: instancePath + '/zh',
            parentData: data,
            parentDataProperty: 'zh',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
      if (data.en !== undefined) {
        if (
          !validate26(data.en, {
            instancePath: instancePath + '/en',
            parentData: data,
            parentDataProperty: 'en',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err3 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema9.then.type,
        parentSchema: schema9.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs8 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err4 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema9.else.type,
        parentSchema: schema9.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs8 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err6 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema9.if,
      parentSchema: schema9,
      data,
    }
    if (vErrors === null) {
      vErrors = [err6]
    } else {
      vErrors.push(err6)
    }
    errors++
  }
  validate172.errors = vErrors
  return errors === 0
}
function validate163(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  let valid0 = false
  const _errs2 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.any === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/anyOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'any' },
        schema: schema41.anyOf[0].required,
        parentSchema: schema41.anyOf[0],
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  }
  var _valid0 = _errs2 === errors
  valid0 = valid0 || _valid0
  if (!valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.all === undefined) {
        const err1 = {
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: 'all' },
          schema: schema41.anyOf[1].required,
          parentSchema: schema41.anyOf[1],
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    var _valid0 = _errs3 === errors
    valid0 = valid0 || _valid0
    if (!valid0) {
      const _errs4 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.none === undefined) {
          const err2 = {
            instancePath,
            schemaPath: '#/anyOf/2/required',
            keyword: 'required',
            params: { missingProperty: 'none' },
            schema: schema41.anyOf[2].required,
            parentSchema: schema41.anyOf[2],
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      var _valid0 = _errs4 === errors
      valid0 = valid0 || _valid0
      if (!valid0) {
        const _errs5 = errors
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.template === undefined) {
            const err3 = {
              instancePath,
              schemaPath: '#/anyOf/3/required',
              keyword: 'required',
              params: { missingProperty: 'template' },
              schema: schema41.anyOf[3].required,
              parentSchema: schema41.anyOf[3],
              data,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        }
        var _valid0 = _errs5 === errors
        valid0 = valid0 || _valid0
        if (!valid0) {
          const _errs6 = errors
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.regex === undefined) {
              const err4 = {
                instancePath,
                schemaPath: '#/anyOf/4/required',
                keyword: 'required',
                params: { missingProperty: 'regex' },
                schema: schema41.anyOf[4].required,
                parentSchema: schema41.anyOf[4],
                data,
              }
              if (vErrors === null) {
                vErrors = [err4]
              } else {
                vErrors.push(err4)
              }
              errors++
            }
          }
          var _valid0 = _errs6 === errors
          valid0 = valid0 || _valid0
        }
      }
    }
  }
  if (!valid0) {
    const err5 = {
      instancePath,
      schemaPath: '#/anyOf',
      keyword: 'anyOf',
      params: {},
      schema: schema41.anyOf,
      parentSchema: schema41,
      data,
    }
    if (vErrors === null) {
      vErrors = [err5]
    } else {
      vErrors.push(err5)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(func2.call(schema41.properties, key0) || pattern0.test(key0))) {
        const err6 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema41,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.any !== undefined) {
      let data0 = data.any
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err7 = {
            instancePath: instancePath + '/any',
            schemaPath: '#/properties/any/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema41.properties.any,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err7]
          } else {
            vErrors.push(err7)
          }
          errors++
        }
        const len0 = data0.length
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate26(data0[i0], {
              instancePath: instancePath + '/any/' + i0,
              parentData: data0,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/any',
          schemaPath: '#/properties/any/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.any.type,
          parentSchema: schema41.properties.any,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.all !== undefined) {
      let data2 = data.all
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err9 = {
            instancePath: instancePath + '/all',
            schemaPath: '#/properties/all/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema41.properties.all,
            data: data2,
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        const len1 = data2.length
        for (let i1 = 0; i1 < len1; i1++) {
          if (
            !validate26(data2[i1], {
              instancePath: instancePath + '/all/' + i1,
              parentData: data2,
              parentDataProperty: i1,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/all',
          schemaPath: '#/properties/all/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.all.type,
          parentSchema: schema41.properties.all,
          data: data2,
        }
        if (vErrors === null) {
          vErrors = [err10]
        } else {
          vErrors.push(err10)
        }
        errors++
      }
    }
    if (data.none !== undefined) {
      let data4 = data.none
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err11 = {
            instancePath: instancePath + '/none',
            schemaPath: '#/properties/none/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema41.properties.none,
            data: data4,
          }
          if (vErrors === null) {
            vErrors = [err11]
          } else {
            vErrors.push(err11)
          }
          errors++
        }
        const len2 = data4.length
        for (let i2 = 0; i2 < len2; i2++) {
          if (
            !validate26(data4[i2], {
              instancePath: instancePath + '/none/' + i2,
              parentData: data4,
              parentDataProperty: i2,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/none',
          schemaPath: '#/properties/none/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.none.type,
          parentSchema: schema41.properties.none,
          data: data4,
        }
        if (vErrors === null) {
          vErrors = [err12]
        } else {
          vErrors.push(err12)
        }
        errors++
      }
    }
    if (data.template !== undefined) {
      if (
        !validate26(data.template, {
          instancePath: instancePath + '/template',
          parentData: data,
          parentDataProperty: 'template',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
        errors = vErrors.length
      }
    }
    if (data.regex !== undefined) {
      if (
        !validate26(data.regex, {
          instancePath: instancePath + '/regex',
          parentData: data,
          parentDataProperty: 'regex',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
        errors = vErrors.length
      }
    }
    if (data.similar !== undefined) {
      if (
        !validate169(data.similar, {
          instancePath: instancePath + '/similar',
          parentData: data,
          parentDataProperty: 'similar',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors)
        errors = vErrors.length
      }
    }
    if (data.except !== undefined) {
      let data9 = data.except
      if (Array.isArray(data9)) {
        const len3 = data9.length
        for (let i3 = 0; i3 < len3; i3++) {
          if (
            !validate26(data9[i3], {
              instancePath: instancePath + '/except/' + i3,
              parentData: data9,
              parentDataProperty: i3,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/except',
          schemaPath: '#/properties/except/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.except.type,
          parentSchema: schema41.properties.except,
          data: data9,
        }
        if (vErrors === null) {
          vErrors = [err13]
        } else {
          vErrors.push(err13)
        }
        errors++
      }
    }
    if (data.name !== undefined) {
      if (
        !validate172(data.name, {
          instancePath: instancePath + '/name',
          parentData: data,
          parentDataProperty: 'name',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate34(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate36(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err14 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema41.type,
      parentSchema: schema41,
      data,
    }
    if (vErrors === null) {
      vErrors = [err14]
    } else {
      vErrors.push(err14)
    }
    errors++
  }
  validate163.errors = vErrors
  return errors === 0
}
function validate179(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate179.errors = vErrors
  return errors === 0
}
function validate181(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate181.errors = vErrors
  return errors === 0
}
function validate160(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="lexicons.schema.json" */ let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.lexicons === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'lexicons' },
        schema: schema39.required,
        parentSchema: schema39,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(key0 === 'lexicons' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema39,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    if (data.lexicons !== undefined) {
      let data0 = data.lexicons
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key1 in data0) {
          const _errs4 = errors
          if (
            !validate161(key1, {
              instancePath: instancePath + '/lexicons',
              parentData: data0,
              parentDataProperty: 'lexicons',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors)
            errors = vErrors.length
          }
          var valid1 = _errs4 === errors
          if (!valid1) {
            const err2 = {
              instancePath: instancePath + '/lexicons',
              schemaPath: '#/properties/lexicons/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key1 },
              schema: schema39.properties.lexicons.propertyNames,
              parentSchema: schema39.properties.lexicons,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        }
        for (const key2 in data0) {
          if (
            !validate163(data0[key2], {
              instancePath: instancePath + '/lexicons/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              parentData: data0,
              parentDataProperty: key2,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate163.errors : vErrors.concat(validate163.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/lexicons',
          schemaPath: '#/properties/lexicons/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema39.properties.lexicons.type,
          parentSchema: schema39.properties.lexicons,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err3]
        } else {
          vErrors.push(err3)
        }
        errors++
      }
    }
    if (data.note !== undefined) {
      if (
        !validate179(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate179.errors : vErrors.concat(validate179.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate181(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err4 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema39.type,
      parentSchema: schema39,
      data,
    }
    if (vErrors === null) {
      vErrors = [err4]
    } else {
      vErrors.push(err4)
    }
    errors++
  }
  validate160.errors = vErrors
  return errors === 0
}
const validate_touchpoints = validate183
const schema46 = {
  $id: 'touchpoints.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '接触点文件 · Touchpoints',
  type: 'object',
  properties: {
    touchpoints: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          business: { $ref: '#/definitions/selection' },
          channel: { $ref: '#/definitions/selection' },
          brand: { $ref: '#/definitions/selection' },
          identity: { $ref: '#/definitions/selection' },
          region: { $ref: '#/definitions/selection' },
          environment: { $ref: '#/definitions/selection' },
          flow: { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          overrides: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
          goal: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
          effective: { $ref: 'common.schema.json#/definitions/effective' },
          benchmark: { type: 'object', title: '标杆值 {指标: 数} · benchmarks {measure: number}' },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['business', 'channel', 'brand', 'flow'],
        title: '接触点 {business, channel, brand, flow} · a touchpoint {business, channel, brand, flow}',
      },
    },
    'not-offered': {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          business: { $ref: '#/definitions/selection' },
          channel: { $ref: '#/definitions/selection' },
          brand: { $ref: '#/definitions/selection' },
          identity: { $ref: '#/definitions/selection' },
          region: { $ref: '#/definitions/selection' },
          environment: { $ref: '#/definitions/selection' },
          because: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['business', 'channel', 'brand', 'because'],
        title: '空缺 {business, channel, brand, because} · a hole {business, channel, brand, because}',
      },
    },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['touchpoints'],
  definitions: {
    selection: {
      if: { type: 'array' },
      then: {
        type: 'array',
        items: {
          title: '标识、标识列表或 all · an id, a list of ids, or all',
          type: 'string',
          pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        },
        minItems: 1,
      },
      else: {
        title: '标识、标识列表或 all · an id, a list of ids, or all',
        type: 'string',
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      },
    },
  },
}
const schema47 = {
  if: { type: 'array' },
  then: {
    type: 'array',
    items: {
      title: '标识、标识列表或 all · an id, a list of ids, or all',
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    },
    minItems: 1,
  },
  else: {
    title: '标识、标识列表或 all · an id, a list of ids, or all',
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  },
}
function validate184(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema47.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (!pattern1.test(data0)) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/pattern',
              keyword: 'pattern',
              params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
              schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
              parentSchema: schema47.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema47.then.items.type,
            parentSchema: schema47.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema47.then.type,
        parentSchema: schema47.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (!pattern1.test(data)) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
          schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
          parentSchema: schema47.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema47.else.type,
        parentSchema: schema47.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema47.if,
      parentSchema: schema47,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate184.errors = vErrors
  return errors === 0
}
function validate191(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate191.errors = vErrors
  return errors === 0
}
function validate193(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'boolean') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'boolean' },
      schema: schema34.type,
      parentSchema: schema34,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate193.errors = vErrors
  return errors === 0
}
function validate195(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'zh' || key0 === 'en')) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema9.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.zh !== undefined) {
        if (
          !validate26(data.zh, {
            instancePath: instancePath + '/zh',
            parentData: data,
            parentDataProperty: 'zh',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
      if (data.en !== undefined) {
        if (
          !validate26(data.en, {
            instancePath: instancePath + '/en',
            parentData: data,
            parentDataProperty: 'en',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err3 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema9.then.type,
        parentSchema: schema9.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs8 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err4 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema9.else.type,
        parentSchema: schema9.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs8 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err6 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema9.if,
      parentSchema: schema9,
      data,
    }
    if (vErrors === null) {
      vErrors = [err6]
    } else {
      vErrors.push(err6)
    }
    errors++
  }
  validate195.errors = vErrors
  return errors === 0
}
function validate199(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.from === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'from' },
        schema: schema11.required,
        parentSchema: schema11,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(key0 === 'from' || key0 === 'until' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema11,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    if (data.from !== undefined) {
      if (
        !validate31(data.from, {
          instancePath: instancePath + '/from',
          parentData: data,
          parentDataProperty: 'from',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors)
        errors = vErrors.length
      }
    }
    if (data.until !== undefined) {
      if (
        !validate31(data.until, {
          instancePath: instancePath + '/until',
          parentData: data,
          parentDataProperty: 'until',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate34(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate36(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema11.type,
      parentSchema: schema11,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate199.errors = vErrors
  return errors === 0
}
function validate205(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate205.errors = vErrors
  return errors === 0
}
function validate207(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate207.errors = vErrors
  return errors === 0
}
function validate183(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="touchpoints.schema.json" */ let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.touchpoints === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'touchpoints' },
        schema: schema46.required,
        parentSchema: schema46,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(
        key0 === 'touchpoints' ||
        key0 === 'not-offered' ||
        key0 === 'note' ||
        key0 === 'source' ||
        pattern0.test(key0)
      )) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema46,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    if (data.touchpoints !== undefined) {
      let data0 = data.touchpoints
      if (Array.isArray(data0)) {
        const len0 = data0.length
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0]
          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
            if (data1.business === undefined) {
              const err2 = {
                instancePath: instancePath + '/touchpoints/' + i0,
                schemaPath: '#/properties/touchpoints/items/required',
                keyword: 'required',
                params: { missingProperty: 'business' },
                schema: schema46.properties.touchpoints.items.required,
                parentSchema: schema46.properties.touchpoints.items,
                data: data1,
              }
              if (vErrors === null) {
                vErrors = [err2]
              } else {
                vErrors.push(err2)
              }
              errors++
            }
            if (data1.channel === undefined) {
              const err3 = {
                instancePath: instancePath + '/touchpoints/' + i0,
                schemaPath: '#/properties/touchpoints/items/required',
                keyword: 'required',
                params: { missingProperty: 'channel' },
                schema: schema46.properties.touchpoints.items.required,
                parentSchema: schema46.properties.touchpoints.items,
                data: data1,
              }
              if (vErrors === null) {
                vErrors = [err3]
              } else {
                vErrors.push(err3)
              }
              errors++
            }
            if (data1.brand === undefined) {
              const err4 = {
                instancePath: instancePath + '/touchpoints/' + i0,
                schemaPath: '#/properties/touchpoints/items/required',
                keyword: 'required',
                params: { missingProperty: 'brand' },
                schema: schema46.properties.touchpoints.items.required,
                parentSchema: schema46.properties.touchpoints.items,
                data: data1,
              }
              if (vErrors === null) {
                vErrors = [err4]
              } else {
                vErrors.push(err4)
              }
              errors++
            }
            if (data1.flow === undefined) {
              const err5 = {
                instancePath: instancePath + '/touchpoints/' + i0,
                schemaPath: '#/properties/touchpoints/items/required',
                keyword: 'required',
                params: { missingProperty: 'flow' },
                schema: schema46.properties.touchpoints.items.required,
                parentSchema: schema46.properties.touchpoints.items,
                data: data1,
              }
              if (vErrors === null) {
                vErrors = [err5]
              } else {
                vErrors.push(err5)
              }
              errors++
            }
            for (const key1 in data1) {
              if (!(func2.call(schema46.properties.touchpoints.items.properties, key1) || pattern0.test(key1))) {
                const err6 = {
                  instancePath: instancePath + '/touchpoints/' + i0,
                  schemaPath: '#/properties/touchpoints/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  schema: false,
                  parentSchema: schema46.properties.touchpoints.items,
                  data: data1,
                }
                if (vErrors === null) {
                  vErrors = [err6]
                } else {
                  vErrors.push(err6)
                }
                errors++
              }
            }
            if (data1.business !== undefined) {
              if (
                !validate184(data1.business, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/business',
                  parentData: data1,
                  parentDataProperty: 'business',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data1.channel !== undefined) {
              if (
                !validate184(data1.channel, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/channel',
                  parentData: data1,
                  parentDataProperty: 'channel',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data1.brand !== undefined) {
              if (
                !validate184(data1.brand, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/brand',
                  parentData: data1,
                  parentDataProperty: 'brand',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data1.identity !== undefined) {
              if (
                !validate184(data1.identity, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/identity',
                  parentData: data1,
                  parentDataProperty: 'identity',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data1.region !== undefined) {
              if (
                !validate184(data1.region, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/region',
                  parentData: data1,
                  parentDataProperty: 'region',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data1.environment !== undefined) {
              if (
                !validate184(data1.environment, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/environment',
                  parentData: data1,
                  parentDataProperty: 'environment',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data1.flow !== undefined) {
              if (
                !validate191(data1.flow, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/flow',
                  parentData: data1,
                  parentDataProperty: 'flow',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate191.errors : vErrors.concat(validate191.errors)
                errors = vErrors.length
              }
            }
            if (data1.overrides !== undefined) {
              if (
                !validate193(data1.overrides, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/overrides',
                  parentData: data1,
                  parentDataProperty: 'overrides',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate193.errors : vErrors.concat(validate193.errors)
                errors = vErrors.length
              }
            }
            if (data1.goal !== undefined) {
              if (
                !validate195(data1.goal, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/goal',
                  parentData: data1,
                  parentDataProperty: 'goal',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors)
                errors = vErrors.length
              }
            }
            if (data1.effective !== undefined) {
              if (
                !validate199(data1.effective, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/effective',
                  parentData: data1,
                  parentDataProperty: 'effective',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate199.errors : vErrors.concat(validate199.errors)
                errors = vErrors.length
              }
            }
            if (data1.benchmark !== undefined) {
              let data12 = data1.benchmark
              if (!(data12 && typeof data12 == 'object' && !Array.isArray(data12))) {
                const err7 = {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/benchmark',
                  schemaPath: '#/properties/touchpoints/items/properties/benchmark/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  schema: schema46.properties.touchpoints.items.properties.benchmark.type,
                  parentSchema: schema46.properties.touchpoints.items.properties.benchmark,
                  data: data12,
                }
                if (vErrors === null) {
                  vErrors = [err7]
                } else {
                  vErrors.push(err7)
                }
                errors++
              }
            }
            if (data1.note !== undefined) {
              if (
                !validate205(data1.note, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/note',
                  parentData: data1,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate205.errors : vErrors.concat(validate205.errors)
                errors = vErrors.length
              }
            }
            if (data1.source !== undefined) {
              if (
                !validate207(data1.source, {
                  instancePath: instancePath + '/touchpoints/' + i0 + '/source',
                  parentData: data1,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate207.errors : vErrors.concat(validate207.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err8 = {
              instancePath: instancePath + '/touchpoints/' + i0,
              schemaPath: '#/properties/touchpoints/items/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema46.properties.touchpoints.items.type,
              parentSchema: schema46.properties.touchpoints.items,
              data: data1,
            }
            if (vErrors === null) {
              vErrors = [err8]
            } else {
              vErrors.push(err8)
            }
            errors++
          }
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/touchpoints',
          schemaPath: '#/properties/touchpoints/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema46.properties.touchpoints.type,
          parentSchema: schema46.properties.touchpoints,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err9]
        } else {
          vErrors.push(err9)
        }
        errors++
      }
    }
    if (data['not-offered'] !== undefined) {
      let data15 = data['not-offered']
      if (Array.isArray(data15)) {
        const len1 = data15.length
        for (let i1 = 0; i1 < len1; i1++) {
          let data16 = data15[i1]
          if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
            if (data16.business === undefined) {
              const err10 = {
                instancePath: instancePath + '/not-offered/' + i1,
                schemaPath: '#/properties/not-offered/items/required',
                keyword: 'required',
                params: { missingProperty: 'business' },
                schema: schema46.properties['not-offered'].items.required,
                parentSchema: schema46.properties['not-offered'].items,
                data: data16,
              }
              if (vErrors === null) {
                vErrors = [err10]
              } else {
                vErrors.push(err10)
              }
              errors++
            }
            if (data16.channel === undefined) {
              const err11 = {
                instancePath: instancePath + '/not-offered/' + i1,
                schemaPath: '#/properties/not-offered/items/required',
                keyword: 'required',
                params: { missingProperty: 'channel' },
                schema: schema46.properties['not-offered'].items.required,
                parentSchema: schema46.properties['not-offered'].items,
                data: data16,
              }
              if (vErrors === null) {
                vErrors = [err11]
              } else {
                vErrors.push(err11)
              }
              errors++
            }
            if (data16.brand === undefined) {
              const err12 = {
                instancePath: instancePath + '/not-offered/' + i1,
                schemaPath: '#/properties/not-offered/items/required',
                keyword: 'required',
                params: { missingProperty: 'brand' },
                schema: schema46.properties['not-offered'].items.required,
                parentSchema: schema46.properties['not-offered'].items,
                data: data16,
              }
              if (vErrors === null) {
                vErrors = [err12]
              } else {
                vErrors.push(err12)
              }
              errors++
            }
            if (data16.because === undefined) {
              const err13 = {
                instancePath: instancePath + '/not-offered/' + i1,
                schemaPath: '#/properties/not-offered/items/required',
                keyword: 'required',
                params: { missingProperty: 'because' },
                schema: schema46.properties['not-offered'].items.required,
                parentSchema: schema46.properties['not-offered'].items,
                data: data16,
              }
              if (vErrors === null) {
                vErrors = [err13]
              } else {
                vErrors.push(err13)
              }
              errors++
            }
            for (const key2 in data16) {
              if (!(func2.call(schema46.properties['not-offered'].items.properties, key2) || pattern0.test(key2))) {
                const err14 = {
                  instancePath: instancePath + '/not-offered/' + i1,
                  schemaPath: '#/properties/not-offered/items/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key2 },
                  schema: false,
                  parentSchema: schema46.properties['not-offered'].items,
                  data: data16,
                }
                if (vErrors === null) {
                  vErrors = [err14]
                } else {
                  vErrors.push(err14)
                }
                errors++
              }
            }
            if (data16.business !== undefined) {
              if (
                !validate184(data16.business, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/business',
                  parentData: data16,
                  parentDataProperty: 'business',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data16.channel !== undefined) {
              if (
                !validate184(data16.channel, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/channel',
                  parentData: data16,
                  parentDataProperty: 'channel',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data16.brand !== undefined) {
              if (
                !validate184(data16.brand, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/brand',
                  parentData: data16,
                  parentDataProperty: 'brand',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data16.identity !== undefined) {
              if (
                !validate184(data16.identity, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/identity',
                  parentData: data16,
                  parentDataProperty: 'identity',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data16.region !== undefined) {
              if (
                !validate184(data16.region, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/region',
                  parentData: data16,
                  parentDataProperty: 'region',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data16.environment !== undefined) {
              if (
                !validate184(data16.environment, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/environment',
                  parentData: data16,
                  parentDataProperty: 'environment',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors)
                errors = vErrors.length
              }
            }
            if (data16.because !== undefined) {
              if (
                !validate195(data16.because, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/because',
                  parentData: data16,
                  parentDataProperty: 'because',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate195.errors : vErrors.concat(validate195.errors)
                errors = vErrors.length
              }
            }
            if (data16.note !== undefined) {
              if (
                !validate205(data16.note, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/note',
                  parentData: data16,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate205.errors : vErrors.concat(validate205.errors)
                errors = vErrors.length
              }
            }
            if (data16.source !== undefined) {
              if (
                !validate207(data16.source, {
                  instancePath: instancePath + '/not-offered/' + i1 + '/source',
                  parentData: data16,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate207.errors : vErrors.concat(validate207.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err15 = {
              instancePath: instancePath + '/not-offered/' + i1,
              schemaPath: '#/properties/not-offered/items/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema46.properties['not-offered'].items.type,
              parentSchema: schema46.properties['not-offered'].items,
              data: data16,
            }
            if (vErrors === null) {
              vErrors = [err15]
            } else {
              vErrors.push(err15)
            }
            errors++
          }
        }
      } else {
        const err16 = {
          instancePath: instancePath + '/not-offered',
          schemaPath: '#/properties/not-offered/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema46.properties['not-offered'].type,
          parentSchema: schema46.properties['not-offered'],
          data: data15,
        }
        if (vErrors === null) {
          vErrors = [err16]
        } else {
          vErrors.push(err16)
        }
        errors++
      }
    }
    if (data.note !== undefined) {
      if (
        !validate205(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate205.errors : vErrors.concat(validate205.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate207(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate207.errors : vErrors.concat(validate207.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err17 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema46.type,
      parentSchema: schema46,
      data,
    }
    if (vErrors === null) {
      vErrors = [err17]
    } else {
      vErrors.push(err17)
    }
    errors++
  }
  validate183.errors = vErrors
  return errors === 0
}
const validate_flow = validate220
const schema54 = {
  $id: 'flow.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '流程文件 · A flow',
  type: 'object',
  properties: {
    flow: { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
    name: { $ref: 'common.schema.json#/definitions/text' },
    family: { title: 'service 或 management · service or management', enum: ['service', 'management'] },
    elements: {
      type: 'object',
      properties: {
        inputs: { $ref: 'common.schema.json#/definitions/text' },
        output: { $ref: 'common.schema.json#/definitions/text' },
        customer: { $ref: 'common.schema.json#/definitions/text' },
        value: { $ref: 'common.schema.json#/definitions/text' },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
    extends: {},
    change: {},
    from: {},
    steps: { allOf: [{ $ref: '#/definitions/steps' }] },
    interrupts: { $ref: '#/definitions/interrupts' },
    anywhere: { $ref: '#/definitions/anywhere' },
    rules: { $ref: 'common.schema.json#/definitions/rules' },
    ambient: { type: 'array', items: { $ref: 'common.schema.json#/definitions/pattern' } },
    contact: {
      type: 'object',
      title:
        '接触度 {presence, object, participation, attention, method} · {presence, object, participation, attention, method}',
    },
    scope: { $ref: 'common.schema.json#/definitions/text' },
    goal: { $ref: 'common.schema.json#/definitions/text' },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['flow'],
  if: { not: { anyOf: [{ required: ['extends'] }, { required: ['from'] }] } },
  then: { required: ['steps'] },
  definitions: {
    steps: { type: 'array', items: { $ref: '#/definitions/item' } },
    someSteps: { type: 'array', items: { $ref: '#/definitions/item' }, minItems: 1 },
    item: {
      title: '步骤 {id: …} 或块 · a step {id: …} or a block',
      type: 'object',
      if: { type: 'object' },
      then: {
        if: { required: ['choice'] },
        then: {
          type: 'object',
          properties: {
            choice: { type: 'array', items: { $ref: '#/definitions/branch' }, minItems: 1 },
            note: { $ref: 'common.schema.json#/definitions/note' },
            source: { $ref: 'common.schema.json#/definitions/source' },
          },
          patternProperties: { '^x-': true },
          additionalProperties: false,
        },
        else: {
          if: { required: ['optional'] },
          then: {
            type: 'object',
            properties: {
              optional: { allOf: [{ $ref: '#/definitions/someSteps' }] },
              note: { $ref: 'common.schema.json#/definitions/note' },
              source: { $ref: 'common.schema.json#/definitions/source' },
            },
            patternProperties: { '^x-': true },
            additionalProperties: false,
          },
          else: {
            if: { required: ['any-order'] },
            then: {
              type: 'object',
              properties: {
                'any-order': { type: 'array', items: { $ref: '#/definitions/child' }, minItems: 1 },
                note: { $ref: 'common.schema.json#/definitions/note' },
                source: { $ref: 'common.schema.json#/definitions/source' },
              },
              patternProperties: { '^x-': true },
              additionalProperties: false,
            },
            else: {
              if: { required: ['parallel'] },
              then: {
                type: 'object',
                properties: {
                  parallel: { type: 'array', items: { $ref: '#/definitions/child' }, minItems: 1 },
                  note: { $ref: 'common.schema.json#/definitions/note' },
                  source: { $ref: 'common.schema.json#/definitions/source' },
                },
                patternProperties: { '^x-': true },
                additionalProperties: false,
              },
              else: {
                if: { required: ['some'] },
                then: {
                  type: 'object',
                  properties: {
                    some: { type: 'array', items: { $ref: '#/definitions/child' }, minItems: 1 },
                    note: { $ref: 'common.schema.json#/definitions/note' },
                    source: { $ref: 'common.schema.json#/definitions/source' },
                  },
                  patternProperties: { '^x-': true },
                  additionalProperties: false,
                },
                else: {
                  if: { required: ['repeat'] },
                  then: {
                    type: 'object',
                    properties: {
                      repeat: {
                        type: 'object',
                        properties: {
                          do: { $ref: '#/definitions/someSteps' },
                          redo: { $ref: '#/definitions/steps' },
                          max: { $ref: 'common.schema.json#/definitions/count' },
                          note: { $ref: 'common.schema.json#/definitions/note' },
                          source: { $ref: 'common.schema.json#/definitions/source' },
                        },
                        patternProperties: { '^x-': true },
                        additionalProperties: false,
                        required: ['do'],
                      },
                      note: { $ref: 'common.schema.json#/definitions/note' },
                      source: { $ref: 'common.schema.json#/definitions/source' },
                    },
                    patternProperties: { '^x-': true },
                    additionalProperties: false,
                  },
                  else: {
                    if: { required: ['group'] },
                    then: {
                      type: 'object',
                      properties: {
                        group: {
                          type: 'object',
                          properties: {
                            id: { $ref: 'common.schema.json#/definitions/id' },
                            name: { $ref: 'common.schema.json#/definitions/text' },
                            steps: { $ref: '#/definitions/someSteps' },
                            interrupts: { $ref: '#/definitions/interrupts' },
                            anywhere: { $ref: '#/definitions/anywhere' },
                            note: { $ref: 'common.schema.json#/definitions/note' },
                            source: { $ref: 'common.schema.json#/definitions/source' },
                          },
                          patternProperties: { '^x-': true },
                          additionalProperties: false,
                          required: ['steps'],
                        },
                        note: { $ref: 'common.schema.json#/definitions/note' },
                        source: { $ref: 'common.schema.json#/definitions/source' },
                      },
                      patternProperties: { '^x-': true },
                      additionalProperties: false,
                    },
                    else: {
                      if: { required: ['use'] },
                      then: {
                        type: 'object',
                        properties: {
                          use: {
                            type: 'object',
                            properties: {
                              flow: { $ref: 'common.schema.json#/definitions/id' },
                              as: { $ref: 'common.schema.json#/definitions/id' },
                              note: { $ref: 'common.schema.json#/definitions/note' },
                              source: { $ref: 'common.schema.json#/definitions/source' },
                            },
                            patternProperties: { '^x-': true },
                            additionalProperties: false,
                            required: ['flow', 'as'],
                          },
                          note: { $ref: 'common.schema.json#/definitions/note' },
                          source: { $ref: 'common.schema.json#/definitions/source' },
                        },
                        patternProperties: { '^x-': true },
                        additionalProperties: false,
                      },
                      else: { $ref: '#/definitions/step' },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
    step: {
      type: 'object',
      properties: {
        id: { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
        name: { $ref: 'common.schema.json#/definitions/text' },
        does: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
        by: { allOf: [{ $ref: 'common.schema.json#/definitions/roles' }] },
        qualified: {},
        proof: { $ref: 'common.schema.json#/definitions/proof' },
        'satisfied-by': { allOf: [{ $ref: 'common.schema.json#/definitions/proof' }] },
        weight: { title: '1 到 100 的整数 · a whole number from 1 to 100', type: 'integer', minimum: 1, maximum: 100 },
        critical: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
        'must-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
        'must-not-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
        records: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
        carries: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
        within: {
          type: 'object',
          properties: {
            limit: { $ref: 'common.schema.json#/definitions/duration' },
            after: { allOf: [{ $ref: 'common.schema.json#/definitions/target' }] },
            unless: { type: 'array', items: { $ref: 'common.schema.json#/definitions/event' } },
            pair: { title: 'each、first 或 last · each, first or last', enum: ['each', 'first', 'last'] },
            calendar: {},
            limits: {},
            note: { $ref: 'common.schema.json#/definitions/note' },
            source: { $ref: 'common.schema.json#/definitions/source' },
          },
          patternProperties: { '^x-': true },
          additionalProperties: false,
          required: ['limit'],
        },
        'not-by-doer-of': {
          title: '步骤标识 · the id of a step',
          type: 'string',
          pattern: '^[a-z0-9]+([-/][a-z0-9]+)*$',
        },
        scope: { allOf: [{ $ref: 'common.schema.json#/definitions/ruleScope' }] },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['id'],
      title: '步骤 · a step',
    },
    child: {
      if: { type: 'object', required: ['steps'] },
      then: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          steps: { $ref: '#/definitions/steps' },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['steps'],
      },
      else: { $ref: '#/definitions/item' },
    },
    branch: {
      if: {
        type: 'object',
        anyOf: [
          { required: ['id'] },
          { required: ['choice'] },
          { required: ['optional'] },
          { required: ['any-order'] },
          { required: ['parallel'] },
          { required: ['some'] },
          { required: ['repeat'] },
          { required: ['group'] },
          { required: ['use'] },
        ],
      },
      then: { $ref: '#/definitions/item' },
      else: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          when: { $ref: 'common.schema.json#/definitions/proof' },
          steps: { $ref: '#/definitions/steps' },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['name'],
        title: '分支 {name, when, steps}、步骤或块 · a branch {name, when, steps}, a step or a block',
      },
    },
    interrupts: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          when: { allOf: [{ $ref: 'common.schema.json#/definitions/proof' }] },
          steps: { $ref: '#/definitions/steps' },
          then: { title: 'end、leave 或 resume · end, leave or resume', enum: ['end', 'leave', 'resume'] },
          max: { $ref: 'common.schema.json#/definitions/count' },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['when', 'then'],
      },
    },
    anywhere: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
          name: { $ref: 'common.schema.json#/definitions/text' },
          does: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
          by: { allOf: [{ $ref: 'common.schema.json#/definitions/roles' }] },
          qualified: {},
          proof: { $ref: 'common.schema.json#/definitions/proof' },
          'satisfied-by': { allOf: [{ $ref: 'common.schema.json#/definitions/proof' }] },
          weight: {
            title: '1 到 100 的整数 · a whole number from 1 to 100',
            type: 'integer',
            minimum: 1,
            maximum: 100,
          },
          critical: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
          'must-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
          'must-not-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
          records: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
          carries: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
          within: {
            type: 'object',
            properties: {
              limit: { $ref: 'common.schema.json#/definitions/duration' },
              after: { allOf: [{ $ref: 'common.schema.json#/definitions/target' }] },
              unless: { type: 'array', items: { $ref: 'common.schema.json#/definitions/event' } },
              pair: { title: 'each、first 或 last · each, first or last', enum: ['each', 'first', 'last'] },
              calendar: {},
              limits: {},
              note: { $ref: 'common.schema.json#/definitions/note' },
              source: { $ref: 'common.schema.json#/definitions/source' },
            },
            patternProperties: { '^x-': true },
            additionalProperties: false,
            required: ['limit'],
          },
          'not-by-doer-of': {
            title: '步骤标识 · the id of a step',
            type: 'string',
            pattern: '^[a-z0-9]+([-/][a-z0-9]+)*$',
          },
          scope: { allOf: [{ $ref: 'common.schema.json#/definitions/ruleScope' }] },
          min: { title: '非负整数 · a whole number, 0 or more', type: 'integer', minimum: 0 },
          max: { allOf: [{ $ref: 'common.schema.json#/definitions/count' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['id'],
        title: '步骤 {id, min, max} · a step {id, min, max}',
      },
    },
  },
}
function validate221(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate221.errors = vErrors
  return errors === 0
}
function validate223(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'zh' || key0 === 'en')) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema9.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.zh !== undefined) {
        if (
          !validate26(data.zh, {
            instancePath: instancePath + '/zh',
            parentData: data,
            parentDataProperty: 'zh',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
      if (data.en !== undefined) {
        if (
          !validate26(data.en, {
            instancePath: instancePath + '/en',
            parentData: data,
            parentDataProperty: 'en',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err3 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema9.then.type,
        parentSchema: schema9.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs8 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err4 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema9.else.type,
        parentSchema: schema9.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs8 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err6 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema9.if,
      parentSchema: schema9,
      data,
    }
    if (vErrors === null) {
      vErrors = [err6]
    } else {
      vErrors.push(err6)
    }
    errors++
  }
  validate223.errors = vErrors
  return errors === 0
}
function validate231(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate231.errors = vErrors
  return errors === 0
}
function validate233(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate233.errors = vErrors
  return errors === 0
}
const schema59 = { type: 'array', items: { $ref: '#/definitions/item' } }
const schema60 = {
  title: '步骤 {id: …} 或块 · a step {id: …} or a block',
  type: 'object',
  if: { type: 'object' },
  then: {
    if: { required: ['choice'] },
    then: {
      type: 'object',
      properties: {
        choice: { type: 'array', items: { $ref: '#/definitions/branch' }, minItems: 1 },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
    else: {
      if: { required: ['optional'] },
      then: {
        type: 'object',
        properties: {
          optional: { allOf: [{ $ref: '#/definitions/someSteps' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
      },
      else: {
        if: { required: ['any-order'] },
        then: {
          type: 'object',
          properties: {
            'any-order': { type: 'array', items: { $ref: '#/definitions/child' }, minItems: 1 },
            note: { $ref: 'common.schema.json#/definitions/note' },
            source: { $ref: 'common.schema.json#/definitions/source' },
          },
          patternProperties: { '^x-': true },
          additionalProperties: false,
        },
        else: {
          if: { required: ['parallel'] },
          then: {
            type: 'object',
            properties: {
              parallel: { type: 'array', items: { $ref: '#/definitions/child' }, minItems: 1 },
              note: { $ref: 'common.schema.json#/definitions/note' },
              source: { $ref: 'common.schema.json#/definitions/source' },
            },
            patternProperties: { '^x-': true },
            additionalProperties: false,
          },
          else: {
            if: { required: ['some'] },
            then: {
              type: 'object',
              properties: {
                some: { type: 'array', items: { $ref: '#/definitions/child' }, minItems: 1 },
                note: { $ref: 'common.schema.json#/definitions/note' },
                source: { $ref: 'common.schema.json#/definitions/source' },
              },
              patternProperties: { '^x-': true },
              additionalProperties: false,
            },
            else: {
              if: { required: ['repeat'] },
              then: {
                type: 'object',
                properties: {
                  repeat: {
                    type: 'object',
                    properties: {
                      do: { $ref: '#/definitions/someSteps' },
                      redo: { $ref: '#/definitions/steps' },
                      max: { $ref: 'common.schema.json#/definitions/count' },
                      note: { $ref: 'common.schema.json#/definitions/note' },
                      source: { $ref: 'common.schema.json#/definitions/source' },
                    },
                    patternProperties: { '^x-': true },
                    additionalProperties: false,
                    required: ['do'],
                  },
                  note: { $ref: 'common.schema.json#/definitions/note' },
                  source: { $ref: 'common.schema.json#/definitions/source' },
                },
                patternProperties: { '^x-': true },
                additionalProperties: false,
              },
              else: {
                if: { required: ['group'] },
                then: {
                  type: 'object',
                  properties: {
                    group: {
                      type: 'object',
                      properties: {
                        id: { $ref: 'common.schema.json#/definitions/id' },
                        name: { $ref: 'common.schema.json#/definitions/text' },
                        steps: { $ref: '#/definitions/someSteps' },
                        interrupts: { $ref: '#/definitions/interrupts' },
                        anywhere: { $ref: '#/definitions/anywhere' },
                        note: { $ref: 'common.schema.json#/definitions/note' },
                        source: { $ref: 'common.schema.json#/definitions/source' },
                      },
                      patternProperties: { '^x-': true },
                      additionalProperties: false,
                      required: ['steps'],
                    },
                    note: { $ref: 'common.schema.json#/definitions/note' },
                    source: { $ref: 'common.schema.json#/definitions/source' },
                  },
                  patternProperties: { '^x-': true },
                  additionalProperties: false,
                },
                else: {
                  if: { required: ['use'] },
                  then: {
                    type: 'object',
                    properties: {
                      use: {
                        type: 'object',
                        properties: {
                          flow: { $ref: 'common.schema.json#/definitions/id' },
                          as: { $ref: 'common.schema.json#/definitions/id' },
                          note: { $ref: 'common.schema.json#/definitions/note' },
                          source: { $ref: 'common.schema.json#/definitions/source' },
                        },
                        patternProperties: { '^x-': true },
                        additionalProperties: false,
                        required: ['flow', 'as'],
                      },
                      note: { $ref: 'common.schema.json#/definitions/note' },
                      source: { $ref: 'common.schema.json#/definitions/source' },
                    },
                    patternProperties: { '^x-': true },
                    additionalProperties: false,
                  },
                  else: { $ref: '#/definitions/step' },
                },
              },
            },
          },
        },
      },
    },
  },
}
const schema61 = {
  if: {
    type: 'object',
    anyOf: [
      { required: ['id'] },
      { required: ['choice'] },
      { required: ['optional'] },
      { required: ['any-order'] },
      { required: ['parallel'] },
      { required: ['some'] },
      { required: ['repeat'] },
      { required: ['group'] },
      { required: ['use'] },
    ],
  },
  then: { $ref: '#/definitions/item' },
  else: {
    type: 'object',
    properties: {
      name: { $ref: 'common.schema.json#/definitions/text' },
      when: { $ref: 'common.schema.json#/definitions/proof' },
      steps: { $ref: '#/definitions/steps' },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['name'],
    title: '分支 {name, when, steps}、步骤或块 · a branch {name, when, steps}, a step or a block',
  },
}
const wrapper0 = { validate: validate236 }
const wrapper2 = { validate: validate235 }
const schema62 = {
  if: { type: 'object', required: ['any'] },
  then: {
    type: 'object',
    properties: {
      any: { type: 'array', items: { $ref: 'common.schema.json#/definitions/proof' }, minItems: 1 },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    title: '凭据 · a proof',
  },
  else: {
    type: 'object',
    properties: {
      event: { allOf: [{ $ref: 'common.schema.json#/definitions/event' }] },
      where: { allOf: [{ $ref: 'common.schema.json#/definitions/cel' }] },
      role: { allOf: [{ $ref: 'common.schema.json#/definitions/roles' }] },
      says: { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
      ordered: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
      'in-a-row': {
        type: 'object',
        properties: {
          times: { $ref: 'common.schema.json#/definitions/count' },
          reset: { $ref: 'common.schema.json#/definitions/event' },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['times', 'reset'],
      },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    title: '凭据 {event, where, role, says} 或 {any: […]} · a proof {event, where, role, says} or {any: […]}',
    anyOf: [{ required: ['event'] }, { required: ['where'] }, { required: ['role'] }, { required: ['says'] }],
  },
}
const wrapper1 = { validate: validate239 }
function validate242(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern25.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[^\\s*/]([^*/]*[^\\s*/])?$' },
        schema: '^[^\\s*/]([^*/]*[^\\s*/])?$',
        parentSchema: schema33,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema33.type,
      parentSchema: schema33,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate242.errors = vErrors
  return errors === 0
}
const schema64 = { title: 'CEL 表达式(字符串) · a CEL expression (a string)', type: 'string', minLength: 1 }
function validate244(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema64,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema64.type,
      parentSchema: schema64,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate244.errors = vErrors
  return errors === 0
}
const schema65 = {
  if: { type: 'array' },
  then: { type: 'array', items: { $ref: 'common.schema.json#/definitions/role' }, minItems: 1 },
  else: { $ref: 'common.schema.json#/definitions/role' },
}
const schema66 = {
  title:
    '角色标识,可加 + 表示“及以上”,如 shift-supervisor+ · a role, with + for that rank or above, such as shift-supervisor+',
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*\\+?$',
}
const pattern47 = new RegExp('^[a-z0-9]+(-[a-z0-9]+)*\\+?$', 'u')
function validate247(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern47.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*\\+?$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*\\+?$',
        parentSchema: schema66,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema66.type,
      parentSchema: schema66,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate247.errors = vErrors
  return errors === 0
}
function validate246(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema65.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        if (
          !validate247(data[i0], {
            instancePath: instancePath + '/' + i0,
            parentData: data,
            parentDataProperty: i0,
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate247.errors : vErrors.concat(validate247.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err2 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema65.then.type,
        parentSchema: schema65.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs6 = errors
    if (!validate247(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate247.errors : vErrors.concat(validate247.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs6 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema65.if,
      parentSchema: schema65,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate246.errors = vErrors
  return errors === 0
}
const schema67 = {
  if: { type: 'object' },
  then: { $ref: 'common.schema.json#/definitions/lexicon' },
  else: {
    title: '词库标识,或 {any: […], …} · the id of a lexicon, or {any: […], …}',
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  },
}
function validate252(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  let valid0 = false
  const _errs2 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.any === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/anyOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'any' },
        schema: schema41.anyOf[0].required,
        parentSchema: schema41.anyOf[0],
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  }
  var _valid0 = _errs2 === errors
  valid0 = valid0 || _valid0
  if (!valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.all === undefined) {
        const err1 = {
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: 'all' },
          schema: schema41.anyOf[1].required,
          parentSchema: schema41.anyOf[1],
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    var _valid0 = _errs3 === errors
    valid0 = valid0 || _valid0
    if (!valid0) {
      const _errs4 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.none === undefined) {
          const err2 = {
            instancePath,
            schemaPath: '#/anyOf/2/required',
            keyword: 'required',
            params: { missingProperty: 'none' },
            schema: schema41.anyOf[2].required,
            parentSchema: schema41.anyOf[2],
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      var _valid0 = _errs4 === errors
      valid0 = valid0 || _valid0
      if (!valid0) {
        const _errs5 = errors
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.template === undefined) {
            const err3 = {
              instancePath,
              schemaPath: '#/anyOf/3/required',
              keyword: 'required',
              params: { missingProperty: 'template' },
              schema: schema41.anyOf[3].required,
              parentSchema: schema41.anyOf[3],
              data,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        }
        var _valid0 = _errs5 === errors
        valid0 = valid0 || _valid0
        if (!valid0) {
          const _errs6 = errors
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.regex === undefined) {
              const err4 = {
                instancePath,
                schemaPath: '#/anyOf/4/required',
                keyword: 'required',
                params: { missingProperty: 'regex' },
                schema: schema41.anyOf[4].required,
                parentSchema: schema41.anyOf[4],
                data,
              }
              if (vErrors === null) {
                vErrors = [err4]
              } else {
                vErrors.push(err4)
              }
              errors++
            }
          }
          var _valid0 = _errs6 === errors
          valid0 = valid0 || _valid0
        }
      }
    }
  }
  if (!valid0) {
    const err5 = {
      instancePath,
      schemaPath: '#/anyOf',
      keyword: 'anyOf',
      params: {},
      schema: schema41.anyOf,
      parentSchema: schema41,
      data,
    }
    if (vErrors === null) {
      vErrors = [err5]
    } else {
      vErrors.push(err5)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(func2.call(schema41.properties, key0) || pattern0.test(key0))) {
        const err6 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema41,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.any !== undefined) {
      let data0 = data.any
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err7 = {
            instancePath: instancePath + '/any',
            schemaPath: '#/properties/any/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema41.properties.any,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err7]
          } else {
            vErrors.push(err7)
          }
          errors++
        }
        const len0 = data0.length
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate26(data0[i0], {
              instancePath: instancePath + '/any/' + i0,
              parentData: data0,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/any',
          schemaPath: '#/properties/any/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.any.type,
          parentSchema: schema41.properties.any,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.all !== undefined) {
      let data2 = data.all
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err9 = {
            instancePath: instancePath + '/all',
            schemaPath: '#/properties/all/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema41.properties.all,
            data: data2,
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        const len1 = data2.length
        for (let i1 = 0; i1 < len1; i1++) {
          if (
            !validate26(data2[i1], {
              instancePath: instancePath + '/all/' + i1,
              parentData: data2,
              parentDataProperty: i1,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/all',
          schemaPath: '#/properties/all/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.all.type,
          parentSchema: schema41.properties.all,
          data: data2,
        }
        if (vErrors === null) {
          vErrors = [err10]
        } else {
          vErrors.push(err10)
        }
        errors++
      }
    }
    if (data.none !== undefined) {
      let data4 = data.none
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err11 = {
            instancePath: instancePath + '/none',
            schemaPath: '#/properties/none/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema41.properties.none,
            data: data4,
          }
          if (vErrors === null) {
            vErrors = [err11]
          } else {
            vErrors.push(err11)
          }
          errors++
        }
        const len2 = data4.length
        for (let i2 = 0; i2 < len2; i2++) {
          if (
            !validate26(data4[i2], {
              instancePath: instancePath + '/none/' + i2,
              parentData: data4,
              parentDataProperty: i2,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/none',
          schemaPath: '#/properties/none/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.none.type,
          parentSchema: schema41.properties.none,
          data: data4,
        }
        if (vErrors === null) {
          vErrors = [err12]
        } else {
          vErrors.push(err12)
        }
        errors++
      }
    }
    if (data.template !== undefined) {
      if (
        !validate26(data.template, {
          instancePath: instancePath + '/template',
          parentData: data,
          parentDataProperty: 'template',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
        errors = vErrors.length
      }
    }
    if (data.regex !== undefined) {
      if (
        !validate26(data.regex, {
          instancePath: instancePath + '/regex',
          parentData: data,
          parentDataProperty: 'regex',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
        errors = vErrors.length
      }
    }
    if (data.similar !== undefined) {
      if (
        !validate169(data.similar, {
          instancePath: instancePath + '/similar',
          parentData: data,
          parentDataProperty: 'similar',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors)
        errors = vErrors.length
      }
    }
    if (data.except !== undefined) {
      let data9 = data.except
      if (Array.isArray(data9)) {
        const len3 = data9.length
        for (let i3 = 0; i3 < len3; i3++) {
          if (
            !validate26(data9[i3], {
              instancePath: instancePath + '/except/' + i3,
              parentData: data9,
              parentDataProperty: i3,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/except',
          schemaPath: '#/properties/except/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema41.properties.except.type,
          parentSchema: schema41.properties.except,
          data: data9,
        }
        if (vErrors === null) {
          vErrors = [err13]
        } else {
          vErrors.push(err13)
        }
        errors++
      }
    }
    if (data.name !== undefined) {
      if (
        !validate172(data.name, {
          instancePath: instancePath + '/name',
          parentData: data,
          parentDataProperty: 'name',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate34(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate36(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err14 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema41.type,
      parentSchema: schema41,
      data,
    }
    if (vErrors === null) {
      vErrors = [err14]
    } else {
      vErrors.push(err14)
    }
    errors++
  }
  validate252.errors = vErrors
  return errors === 0
}
function validate251(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (!validate252(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate252.errors : vErrors.concat(validate252.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs4 = errors
    if (typeof data === 'string') {
      if (!pattern1.test(data)) {
        const err1 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
          schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
          parentSchema: schema67.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    } else {
      const err2 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema67.else.type,
        parentSchema: schema67.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    var _valid0 = _errs4 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema67.if,
      parentSchema: schema67,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate251.errors = vErrors
  return errors === 0
}
function validate265(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'boolean') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'boolean' },
      schema: schema34.type,
      parentSchema: schema34,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate265.errors = vErrors
  return errors === 0
}
const schema70 = { title: '正整数 · a positive whole number', type: 'integer', minimum: 1 }
function validate267(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
      schema: schema70.type,
      parentSchema: schema70,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  if (typeof data == 'number' && isFinite(data)) {
    if (data < 1 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 1 },
        schema: 1,
        parentSchema: schema70,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  }
  validate267.errors = vErrors
  return errors === 0
}
function validate239(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (errors === _errs1) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0
      if (data.any === undefined && (missing0 = 'any')) {
        const err0 = {}
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    } else {
      const err1 = {}
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        if (!(key0 === 'any' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema62.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.any !== undefined) {
        let data0 = data.any
        if (Array.isArray(data0)) {
          if (data0.length < 1) {
            const err3 = {
              instancePath: instancePath + '/any',
              schemaPath: '#/then/properties/any/minItems',
              keyword: 'minItems',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema62.then.properties.any,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
          const len0 = data0.length
          for (let i0 = 0; i0 < len0; i0++) {
            if (
              !wrapper1.validate(data0[i0], {
                instancePath: instancePath + '/any/' + i0,
                parentData: data0,
                parentDataProperty: i0,
                rootData,
              })
            ) {
              vErrors = vErrors === null ? wrapper1.validate.errors : vErrors.concat(wrapper1.validate.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err4 = {
            instancePath: instancePath + '/any',
            schemaPath: '#/then/properties/any/type',
            keyword: 'type',
            params: { type: 'array' },
            schema: schema62.then.properties.any.type,
            parentSchema: schema62.then.properties.any,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err4]
          } else {
            vErrors.push(err4)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate34(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate36(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema62.then.type,
        parentSchema: schema62.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs11 = errors
    const _errs13 = errors
    let valid4 = false
    const _errs14 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.event === undefined) {
        const err6 = {
          instancePath,
          schemaPath: '#/else/anyOf/0/required',
          keyword: 'required',
          params: { missingProperty: 'event' },
          schema: schema62.else.anyOf[0].required,
          parentSchema: schema62.else.anyOf[0],
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    var _valid1 = _errs14 === errors
    valid4 = valid4 || _valid1
    if (!valid4) {
      const _errs15 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.where === undefined) {
          const err7 = {
            instancePath,
            schemaPath: '#/else/anyOf/1/required',
            keyword: 'required',
            params: { missingProperty: 'where' },
            schema: schema62.else.anyOf[1].required,
            parentSchema: schema62.else.anyOf[1],
            data,
          }
          if (vErrors === null) {
            vErrors = [err7]
          } else {
            vErrors.push(err7)
          }
          errors++
        }
      }
      var _valid1 = _errs15 === errors
      valid4 = valid4 || _valid1
      if (!valid4) {
        const _errs16 = errors
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.role === undefined) {
            const err8 = {
              instancePath,
              schemaPath: '#/else/anyOf/2/required',
              keyword: 'required',
              params: { missingProperty: 'role' },
              schema: schema62.else.anyOf[2].required,
              parentSchema: schema62.else.anyOf[2],
              data,
            }
            if (vErrors === null) {
              vErrors = [err8]
            } else {
              vErrors.push(err8)
            }
            errors++
          }
        }
        var _valid1 = _errs16 === errors
        valid4 = valid4 || _valid1
        if (!valid4) {
          const _errs17 = errors
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.says === undefined) {
              const err9 = {
                instancePath,
                schemaPath: '#/else/anyOf/3/required',
                keyword: 'required',
                params: { missingProperty: 'says' },
                schema: schema62.else.anyOf[3].required,
                parentSchema: schema62.else.anyOf[3],
                data,
              }
              if (vErrors === null) {
                vErrors = [err9]
              } else {
                vErrors.push(err9)
              }
              errors++
            }
          }
          var _valid1 = _errs17 === errors
          valid4 = valid4 || _valid1
        }
      }
    }
    if (!valid4) {
      const err10 = {
        instancePath,
        schemaPath: '#/else/anyOf',
        keyword: 'anyOf',
        params: {},
        schema: schema62.else.anyOf,
        parentSchema: schema62.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err10]
      } else {
        vErrors.push(err10)
      }
      errors++
    } else {
      errors = _errs13
      if (vErrors !== null) {
        if (_errs13) {
          vErrors.length = _errs13
        } else {
          vErrors = null
        }
      }
    }
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key1 in data) {
        if (!(
          key1 === 'event' ||
          key1 === 'where' ||
          key1 === 'role' ||
          key1 === 'says' ||
          key1 === 'ordered' ||
          key1 === 'in-a-row' ||
          key1 === 'note' ||
          key1 === 'source' ||
          pattern0.test(key1)
        )) {
          const err11 = {
            instancePath,
            schemaPath: '#/else/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key1 },
            schema: false,
            parentSchema: schema62.else,
            data,
          }
          if (vErrors === null) {
            vErrors = [err11]
          } else {
            vErrors.push(err11)
          }
          errors++
        }
      }
      if (data.event !== undefined) {
        if (
          !validate242(data.event, {
            instancePath: instancePath + '/event',
            parentData: data,
            parentDataProperty: 'event',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors)
          errors = vErrors.length
        }
      }
      if (data.where !== undefined) {
        if (
          !validate244(data.where, {
            instancePath: instancePath + '/where',
            parentData: data,
            parentDataProperty: 'where',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors)
          errors = vErrors.length
        }
      }
      if (data.role !== undefined) {
        if (
          !validate246(data.role, {
            instancePath: instancePath + '/role',
            parentData: data,
            parentDataProperty: 'role',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate246.errors : vErrors.concat(validate246.errors)
          errors = vErrors.length
        }
      }
      if (data.says !== undefined) {
        if (
          !validate251(data.says, {
            instancePath: instancePath + '/says',
            parentData: data,
            parentDataProperty: 'says',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate251.errors : vErrors.concat(validate251.errors)
          errors = vErrors.length
        }
      }
      if (data.ordered !== undefined) {
        if (
          !validate265(data.ordered, {
            instancePath: instancePath + '/ordered',
            parentData: data,
            parentDataProperty: 'ordered',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate265.errors : vErrors.concat(validate265.errors)
          errors = vErrors.length
        }
      }
      if (data['in-a-row'] !== undefined) {
        let data9 = data['in-a-row']
        if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
          if (data9.times === undefined) {
            const err12 = {
              instancePath: instancePath + '/in-a-row',
              schemaPath: '#/else/properties/in-a-row/required',
              keyword: 'required',
              params: { missingProperty: 'times' },
              schema: schema62.else.properties['in-a-row'].required,
              parentSchema: schema62.else.properties['in-a-row'],
              data: data9,
            }
            if (vErrors === null) {
              vErrors = [err12]
            } else {
              vErrors.push(err12)
            }
            errors++
          }
          if (data9.reset === undefined) {
            const err13 = {
              instancePath: instancePath + '/in-a-row',
              schemaPath: '#/else/properties/in-a-row/required',
              keyword: 'required',
              params: { missingProperty: 'reset' },
              schema: schema62.else.properties['in-a-row'].required,
              parentSchema: schema62.else.properties['in-a-row'],
              data: data9,
            }
            if (vErrors === null) {
              vErrors = [err13]
            } else {
              vErrors.push(err13)
            }
            errors++
          }
          for (const key2 in data9) {
            if (!(
              key2 === 'times' ||
              key2 === 'reset' ||
              key2 === 'note' ||
              key2 === 'source' ||
              pattern0.test(key2)
            )) {
              const err14 = {
                instancePath: instancePath + '/in-a-row',
                schemaPath: '#/else/properties/in-a-row/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key2 },
                schema: false,
                parentSchema: schema62.else.properties['in-a-row'],
                data: data9,
              }
              if (vErrors === null) {
                vErrors = [err14]
              } else {
                vErrors.push(err14)
              }
              errors++
            }
          }
          if (data9.times !== undefined) {
            if (
              !validate267(data9.times, {
                instancePath: instancePath + '/in-a-row/times',
                parentData: data9,
                parentDataProperty: 'times',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate267.errors : vErrors.concat(validate267.errors)
              errors = vErrors.length
            }
          }
          if (data9.reset !== undefined) {
            if (
              !validate242(data9.reset, {
                instancePath: instancePath + '/in-a-row/reset',
                parentData: data9,
                parentDataProperty: 'reset',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors)
              errors = vErrors.length
            }
          }
          if (data9.note !== undefined) {
            if (
              !validate34(data9.note, {
                instancePath: instancePath + '/in-a-row/note',
                parentData: data9,
                parentDataProperty: 'note',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
              errors = vErrors.length
            }
          }
          if (data9.source !== undefined) {
            if (
              !validate36(data9.source, {
                instancePath: instancePath + '/in-a-row/source',
                parentData: data9,
                parentDataProperty: 'source',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err15 = {
            instancePath: instancePath + '/in-a-row',
            schemaPath: '#/else/properties/in-a-row/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema62.else.properties['in-a-row'].type,
            parentSchema: schema62.else.properties['in-a-row'],
            data: data9,
          }
          if (vErrors === null) {
            vErrors = [err15]
          } else {
            vErrors.push(err15)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate34(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate36(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err16 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema62.else.type,
        parentSchema: schema62.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err16]
      } else {
        vErrors.push(err16)
      }
      errors++
    }
    var _valid0 = _errs11 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err17 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema62.if,
      parentSchema: schema62,
      data,
    }
    if (vErrors === null) {
      vErrors = [err17]
    } else {
      vErrors.push(err17)
    }
    errors++
  }
  validate239.errors = vErrors
  return errors === 0
}
function validate237(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  const _errs3 = errors
  let valid1 = false
  const _errs4 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0
    if (data.id === undefined && (missing0 = 'id')) {
      const err1 = {}
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  }
  var _valid1 = _errs4 === errors
  valid1 = valid1 || _valid1
  if (!valid1) {
    const _errs5 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing1
      if (data.choice === undefined && (missing1 = 'choice')) {
        const err2 = {}
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
    }
    var _valid1 = _errs5 === errors
    valid1 = valid1 || _valid1
    if (!valid1) {
      const _errs6 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing2
        if (data.optional === undefined && (missing2 = 'optional')) {
          const err3 = {}
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
      var _valid1 = _errs6 === errors
      valid1 = valid1 || _valid1
      if (!valid1) {
        const _errs7 = errors
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing3
          if (data['any-order'] === undefined && (missing3 = 'any-order')) {
            const err4 = {}
            if (vErrors === null) {
              vErrors = [err4]
            } else {
              vErrors.push(err4)
            }
            errors++
          }
        }
        var _valid1 = _errs7 === errors
        valid1 = valid1 || _valid1
        if (!valid1) {
          const _errs8 = errors
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            let missing4
            if (data.parallel === undefined && (missing4 = 'parallel')) {
              const err5 = {}
              if (vErrors === null) {
                vErrors = [err5]
              } else {
                vErrors.push(err5)
              }
              errors++
            }
          }
          var _valid1 = _errs8 === errors
          valid1 = valid1 || _valid1
          if (!valid1) {
            const _errs9 = errors
            if (data && typeof data == 'object' && !Array.isArray(data)) {
              let missing5
              if (data.some === undefined && (missing5 = 'some')) {
                const err6 = {}
                if (vErrors === null) {
                  vErrors = [err6]
                } else {
                  vErrors.push(err6)
                }
                errors++
              }
            }
            var _valid1 = _errs9 === errors
            valid1 = valid1 || _valid1
            if (!valid1) {
              const _errs10 = errors
              if (data && typeof data == 'object' && !Array.isArray(data)) {
                let missing6
                if (data.repeat === undefined && (missing6 = 'repeat')) {
                  const err7 = {}
                  if (vErrors === null) {
                    vErrors = [err7]
                  } else {
                    vErrors.push(err7)
                  }
                  errors++
                }
              }
              var _valid1 = _errs10 === errors
              valid1 = valid1 || _valid1
              if (!valid1) {
                const _errs11 = errors
                if (data && typeof data == 'object' && !Array.isArray(data)) {
                  let missing7
                  if (data.group === undefined && (missing7 = 'group')) {
                    const err8 = {}
                    if (vErrors === null) {
                      vErrors = [err8]
                    } else {
                      vErrors.push(err8)
                    }
                    errors++
                  }
                }
                var _valid1 = _errs11 === errors
                valid1 = valid1 || _valid1
                if (!valid1) {
                  const _errs12 = errors
                  if (data && typeof data == 'object' && !Array.isArray(data)) {
                    let missing8
                    if (data.use === undefined && (missing8 = 'use')) {
                      const err9 = {}
                      if (vErrors === null) {
                        vErrors = [err9]
                      } else {
                        vErrors.push(err9)
                      }
                      errors++
                    }
                  }
                  var _valid1 = _errs12 === errors
                  valid1 = valid1 || _valid1
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid1) {
    const err10 = {}
    if (vErrors === null) {
      vErrors = [err10]
    } else {
      vErrors.push(err10)
    }
    errors++
  } else {
    errors = _errs3
    if (vErrors !== null) {
      if (_errs3) {
        vErrors.length = _errs3
      } else {
        vErrors = null
      }
    }
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs13 = errors
    if (!wrapper0.validate(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs13 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs14 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.name === undefined) {
        const err11 = {
          instancePath,
          schemaPath: '#/else/required',
          keyword: 'required',
          params: { missingProperty: 'name' },
          schema: schema61.else.required,
          parentSchema: schema61.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err11]
        } else {
          vErrors.push(err11)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(
          key0 === 'name' ||
          key0 === 'when' ||
          key0 === 'steps' ||
          key0 === 'note' ||
          key0 === 'source' ||
          pattern0.test(key0)
        )) {
          const err12 = {
            instancePath,
            schemaPath: '#/else/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema61.else,
            data,
          }
          if (vErrors === null) {
            vErrors = [err12]
          } else {
            vErrors.push(err12)
          }
          errors++
        }
      }
      if (data.name !== undefined) {
        if (
          !validate223(data.name, {
            instancePath: instancePath + '/name',
            parentData: data,
            parentDataProperty: 'name',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
          errors = vErrors.length
        }
      }
      if (data.when !== undefined) {
        if (
          !validate239(data.when, {
            instancePath: instancePath + '/when',
            parentData: data,
            parentDataProperty: 'when',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
          errors = vErrors.length
        }
      }
      if (data.steps !== undefined) {
        if (
          !wrapper2.validate(data.steps, {
            instancePath: instancePath + '/steps',
            parentData: data,
            parentDataProperty: 'steps',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors)
          errors = vErrors.length
        }
      }
      if (data.note !== undefined) {
        if (
          !validate231(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate233(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err13 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema61.else.type,
        parentSchema: schema61.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err13]
      } else {
        vErrors.push(err13)
      }
      errors++
    }
    var _valid0 = _errs14 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err14 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema61.if,
      parentSchema: schema61,
      data,
    }
    if (vErrors === null) {
      vErrors = [err14]
    } else {
      vErrors.push(err14)
    }
    errors++
  }
  validate237.errors = vErrors
  return errors === 0
}
const schema71 = { type: 'array', items: { $ref: '#/definitions/item' }, minItems: 1 }
function validate280(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minItems',
        keyword: 'minItems',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema71,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    const len0 = data.length
    for (let i0 = 0; i0 < len0; i0++) {
      if (
        !wrapper0.validate(data[i0], {
          instancePath: instancePath + '/' + i0,
          parentData: data,
          parentDataProperty: i0,
          rootData,
        })
      ) {
        vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'array' },
      schema: schema71.type,
      parentSchema: schema71,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate280.errors = vErrors
  return errors === 0
}
const schema72 = {
  if: { type: 'object', required: ['steps'] },
  then: {
    type: 'object',
    properties: {
      name: { $ref: 'common.schema.json#/definitions/text' },
      steps: { $ref: '#/definitions/steps' },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['steps'],
  },
  else: { $ref: '#/definitions/item' },
}
function validate284(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (errors === _errs1) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0
      if (data.steps === undefined && (missing0 = 'steps')) {
        const err0 = {}
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    } else {
      const err1 = {}
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.steps === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'steps' },
          schema: schema72.then.required,
          parentSchema: schema72.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'name' || key0 === 'steps' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err3 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema72.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
      if (data.name !== undefined) {
        if (
          !validate223(data.name, {
            instancePath: instancePath + '/name',
            parentData: data,
            parentDataProperty: 'name',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
          errors = vErrors.length
        }
      }
      if (data.steps !== undefined) {
        if (
          !wrapper2.validate(data.steps, {
            instancePath: instancePath + '/steps',
            parentData: data,
            parentDataProperty: 'steps',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors)
          errors = vErrors.length
        }
      }
      if (data.note !== undefined) {
        if (
          !validate231(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate233(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema72.then.type,
        parentSchema: schema72.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs10 = errors
    if (!wrapper0.validate(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs10 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err5 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema72.if,
      parentSchema: schema72,
      data,
    }
    if (vErrors === null) {
      vErrors = [err5]
    } else {
      vErrors.push(err5)
    }
    errors++
  }
  validate284.errors = vErrors
  return errors === 0
}
function validate298(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'integer' },
      schema: schema70.type,
      parentSchema: schema70,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  if (typeof data == 'number' && isFinite(data)) {
    if (data < 1 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 1 },
        schema: 1,
        parentSchema: schema70,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  }
  validate298.errors = vErrors
  return errors === 0
}
const schema74 = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { $ref: 'common.schema.json#/definitions/text' },
      when: { allOf: [{ $ref: 'common.schema.json#/definitions/proof' }] },
      steps: { $ref: '#/definitions/steps' },
      then: { title: 'end、leave 或 resume · end, leave or resume', enum: ['end', 'leave', 'resume'] },
      max: { $ref: 'common.schema.json#/definitions/count' },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['when', 'then'],
  },
}
function validate307(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (Array.isArray(data)) {
    const len0 = data.length
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0]
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.when === undefined) {
          const err0 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/items/required',
            keyword: 'required',
            params: { missingProperty: 'when' },
            schema: schema74.items.required,
            parentSchema: schema74.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err0]
          } else {
            vErrors.push(err0)
          }
          errors++
        }
        if (data0.then === undefined) {
          const err1 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/items/required',
            keyword: 'required',
            params: { missingProperty: 'then' },
            schema: schema74.items.required,
            parentSchema: schema74.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err1]
          } else {
            vErrors.push(err1)
          }
          errors++
        }
        for (const key0 in data0) {
          if (!(
            key0 === 'name' ||
            key0 === 'when' ||
            key0 === 'steps' ||
            key0 === 'then' ||
            key0 === 'max' ||
            key0 === 'note' ||
            key0 === 'source' ||
            pattern0.test(key0)
          )) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/items/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key0 },
              schema: false,
              parentSchema: schema74.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        }
        if (data0.name !== undefined) {
          if (
            !validate223(data0.name, {
              instancePath: instancePath + '/' + i0 + '/name',
              parentData: data0,
              parentDataProperty: 'name',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
            errors = vErrors.length
          }
        }
        if (data0.when !== undefined) {
          if (
            !validate239(data0.when, {
              instancePath: instancePath + '/' + i0 + '/when',
              parentData: data0,
              parentDataProperty: 'when',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
            errors = vErrors.length
          }
        }
        if (data0.steps !== undefined) {
          if (
            !wrapper2.validate(data0.steps, {
              instancePath: instancePath + '/' + i0 + '/steps',
              parentData: data0,
              parentDataProperty: 'steps',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors)
            errors = vErrors.length
          }
        }
        if (data0.then !== undefined) {
          let data4 = data0.then
          if (!(data4 === 'end' || data4 === 'leave' || data4 === 'resume')) {
            const err3 = {
              instancePath: instancePath + '/' + i0 + '/then',
              schemaPath: '#/items/properties/then/enum',
              keyword: 'enum',
              params: { allowedValues: schema74.items.properties.then.enum },
              schema: schema74.items.properties.then.enum,
              parentSchema: schema74.items.properties.then,
              data: data4,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        }
        if (data0.max !== undefined) {
          if (
            !validate298(data0.max, {
              instancePath: instancePath + '/' + i0 + '/max',
              parentData: data0,
              parentDataProperty: 'max',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors)
            errors = vErrors.length
          }
        }
        if (data0.note !== undefined) {
          if (
            !validate231(data0.note, {
              instancePath: instancePath + '/' + i0 + '/note',
              parentData: data0,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
            errors = vErrors.length
          }
        }
        if (data0.source !== undefined) {
          if (
            !validate233(data0.source, {
              instancePath: instancePath + '/' + i0 + '/source',
              parentData: data0,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/' + i0,
          schemaPath: '#/items/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema74.items.type,
          parentSchema: schema74.items,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    }
  } else {
    const err5 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'array' },
      schema: schema74.type,
      parentSchema: schema74,
      data,
    }
    if (vErrors === null) {
      vErrors = [err5]
    } else {
      vErrors.push(err5)
    }
    errors++
  }
  validate307.errors = vErrors
  return errors === 0
}
const schema75 = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
      name: { $ref: 'common.schema.json#/definitions/text' },
      does: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
      by: { allOf: [{ $ref: 'common.schema.json#/definitions/roles' }] },
      qualified: {},
      proof: { $ref: 'common.schema.json#/definitions/proof' },
      'satisfied-by': { allOf: [{ $ref: 'common.schema.json#/definitions/proof' }] },
      weight: { title: '1 到 100 的整数 · a whole number from 1 to 100', type: 'integer', minimum: 1, maximum: 100 },
      critical: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
      'must-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
      'must-not-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
      records: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
      carries: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
      within: {
        type: 'object',
        properties: {
          limit: { $ref: 'common.schema.json#/definitions/duration' },
          after: { allOf: [{ $ref: 'common.schema.json#/definitions/target' }] },
          unless: { type: 'array', items: { $ref: 'common.schema.json#/definitions/event' } },
          pair: { title: 'each、first 或 last · each, first or last', enum: ['each', 'first', 'last'] },
          calendar: {},
          limits: {},
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['limit'],
      },
      'not-by-doer-of': {
        title: '步骤标识 · the id of a step',
        type: 'string',
        pattern: '^[a-z0-9]+([-/][a-z0-9]+)*$',
      },
      scope: { allOf: [{ $ref: 'common.schema.json#/definitions/ruleScope' }] },
      min: { title: '非负整数 · a whole number, 0 or more', type: 'integer', minimum: 0 },
      max: { allOf: [{ $ref: 'common.schema.json#/definitions/count' }] },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['id'],
    title: '步骤 {id, min, max} · a step {id, min, max}',
  },
}
const pattern70 = new RegExp('^[a-z0-9]+([-/][a-z0-9]+)*$', 'u')
function validate318(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema65.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        if (
          !validate247(data[i0], {
            instancePath: instancePath + '/' + i0,
            parentData: data,
            parentDataProperty: i0,
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate247.errors : vErrors.concat(validate247.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err2 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema65.then.type,
        parentSchema: schema65.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs6 = errors
    if (!validate247(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate247.errors : vErrors.concat(validate247.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs6 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema65.if,
      parentSchema: schema65,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate318.errors = vErrors
  return errors === 0
}
function validate324(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'boolean') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'boolean' },
      schema: schema34.type,
      parentSchema: schema34,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate324.errors = vErrors
  return errors === 0
}
function validate326(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (!validate252(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate252.errors : vErrors.concat(validate252.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs4 = errors
    if (typeof data === 'string') {
      if (!pattern1.test(data)) {
        const err1 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
          schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
          parentSchema: schema67.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    } else {
      const err2 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema67.else.type,
        parentSchema: schema67.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    var _valid0 = _errs4 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema67.if,
      parentSchema: schema67,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate326.errors = vErrors
  return errors === 0
}
function validate330(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern27.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z][A-Za-z0-9]*$' },
        schema: '^[a-z][A-Za-z0-9]*$',
        parentSchema: schema36,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema36.type,
      parentSchema: schema36,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate330.errors = vErrors
  return errors === 0
}
function validate333(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.from === undefined) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'from' },
          schema: schema18.then.required,
          parentSchema: schema18.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'from' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema18.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.from !== undefined) {
        let data0 = data.from
        if (typeof data0 === 'string') {
          if (!pattern7.test(data0)) {
            const err3 = {
              instancePath: instancePath + '/from',
              schemaPath: '#/then/properties/from/pattern',
              keyword: 'pattern',
              params: { pattern: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$' },
              schema: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$',
              parentSchema: schema18.then.properties.from,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        } else {
          const err4 = {
            instancePath: instancePath + '/from',
            schemaPath: '#/then/properties/from/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema18.then.properties.from.type,
            parentSchema: schema18.then.properties.from,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err4]
          } else {
            vErrors.push(err4)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate34(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate36(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema18.then.type,
        parentSchema: schema18.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs10 = errors
    if (typeof data === 'string') {
      if (!pattern8.test(data)) {
        const err6 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: {
            pattern:
              '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          },
          schema:
            '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          parentSchema: schema18.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    } else {
      const err7 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema18.else.type,
        parentSchema: schema18.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err7]
      } else {
        vErrors.push(err7)
      }
      errors++
    }
    var _valid0 = _errs10 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err8 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema18.if,
      parentSchema: schema18,
      data,
    }
    if (vErrors === null) {
      vErrors = [err8]
    } else {
      vErrors.push(err8)
    }
    errors++
  }
  validate333.errors = vErrors
  return errors === 0
}
const schema81 = {
  if: { type: 'object' },
  then: { $ref: 'common.schema.json#/definitions/proof' },
  else: {
    title: '步骤标识、事件名或凭据 · the id of a step, the name of an event, or a proof',
    type: 'string',
    pattern: '^\\S(.*\\S)?$',
  },
}
function validate337(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (!validate239(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs4 = errors
    if (typeof data === 'string') {
      if (!pattern28.test(data)) {
        const err1 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: { pattern: '^\\S(.*\\S)?$' },
          schema: '^\\S(.*\\S)?$',
          parentSchema: schema81.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    } else {
      const err2 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema81.else.type,
        parentSchema: schema81.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    var _valid0 = _errs4 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema81.if,
      parentSchema: schema81,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate337.errors = vErrors
  return errors === 0
}
function validate340(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern25.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[^\\s*/]([^*/]*[^\\s*/])?$' },
        schema: '^[^\\s*/]([^*/]*[^\\s*/])?$',
        parentSchema: schema33,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema33.type,
      parentSchema: schema33,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate340.errors = vErrors
  return errors === 0
}
const schema83 = { title: 'interaction 或 contact · interaction or contact', enum: ['interaction', 'contact'] }
function validate344(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(data === 'interaction' || data === 'contact')) {
    const err0 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema83.enum },
      schema: schema83.enum,
      parentSchema: schema83,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate344.errors = vErrors
  return errors === 0
}
function validate314(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (Array.isArray(data)) {
    const len0 = data.length
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0]
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.id === undefined) {
          const err0 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/items/required',
            keyword: 'required',
            params: { missingProperty: 'id' },
            schema: schema75.items.required,
            parentSchema: schema75.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err0]
          } else {
            vErrors.push(err0)
          }
          errors++
        }
        for (const key0 in data0) {
          if (!(func2.call(schema75.items.properties, key0) || pattern0.test(key0))) {
            const err1 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/items/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key0 },
              schema: false,
              parentSchema: schema75.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err1]
            } else {
              vErrors.push(err1)
            }
            errors++
          }
        }
        if (data0.id !== undefined) {
          if (
            !validate221(data0.id, {
              instancePath: instancePath + '/' + i0 + '/id',
              parentData: data0,
              parentDataProperty: 'id',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors)
            errors = vErrors.length
          }
        }
        if (data0.name !== undefined) {
          if (
            !validate223(data0.name, {
              instancePath: instancePath + '/' + i0 + '/name',
              parentData: data0,
              parentDataProperty: 'name',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
            errors = vErrors.length
          }
        }
        if (data0.does !== undefined) {
          if (
            !validate223(data0.does, {
              instancePath: instancePath + '/' + i0 + '/does',
              parentData: data0,
              parentDataProperty: 'does',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
            errors = vErrors.length
          }
        }
        if (data0.by !== undefined) {
          if (
            !validate318(data0.by, {
              instancePath: instancePath + '/' + i0 + '/by',
              parentData: data0,
              parentDataProperty: 'by',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate318.errors : vErrors.concat(validate318.errors)
            errors = vErrors.length
          }
        }
        if (data0.proof !== undefined) {
          if (
            !validate239(data0.proof, {
              instancePath: instancePath + '/' + i0 + '/proof',
              parentData: data0,
              parentDataProperty: 'proof',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
            errors = vErrors.length
          }
        }
        if (data0['satisfied-by'] !== undefined) {
          if (
            !validate239(data0['satisfied-by'], {
              instancePath: instancePath + '/' + i0 + '/satisfied-by',
              parentData: data0,
              parentDataProperty: 'satisfied-by',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
            errors = vErrors.length
          }
        }
        if (data0.weight !== undefined) {
          let data7 = data0.weight
          if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
            const err2 = {
              instancePath: instancePath + '/' + i0 + '/weight',
              schemaPath: '#/items/properties/weight/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema75.items.properties.weight.type,
              parentSchema: schema75.items.properties.weight,
              data: data7,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
          if (typeof data7 == 'number' && isFinite(data7)) {
            if (data7 > 100 || isNaN(data7)) {
              const err3 = {
                instancePath: instancePath + '/' + i0 + '/weight',
                schemaPath: '#/items/properties/weight/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                schema: 100,
                parentSchema: schema75.items.properties.weight,
                data: data7,
              }
              if (vErrors === null) {
                vErrors = [err3]
              } else {
                vErrors.push(err3)
              }
              errors++
            }
            if (data7 < 1 || isNaN(data7)) {
              const err4 = {
                instancePath: instancePath + '/' + i0 + '/weight',
                schemaPath: '#/items/properties/weight/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                schema: 1,
                parentSchema: schema75.items.properties.weight,
                data: data7,
              }
              if (vErrors === null) {
                vErrors = [err4]
              } else {
                vErrors.push(err4)
              }
              errors++
            }
          }
        }
        if (data0.critical !== undefined) {
          if (
            !validate324(data0.critical, {
              instancePath: instancePath + '/' + i0 + '/critical',
              parentData: data0,
              parentDataProperty: 'critical',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate324.errors : vErrors.concat(validate324.errors)
            errors = vErrors.length
          }
        }
        if (data0['must-say'] !== undefined) {
          if (
            !validate326(data0['must-say'], {
              instancePath: instancePath + '/' + i0 + '/must-say',
              parentData: data0,
              parentDataProperty: 'must-say',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate326.errors : vErrors.concat(validate326.errors)
            errors = vErrors.length
          }
        }
        if (data0['must-not-say'] !== undefined) {
          if (
            !validate326(data0['must-not-say'], {
              instancePath: instancePath + '/' + i0 + '/must-not-say',
              parentData: data0,
              parentDataProperty: 'must-not-say',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate326.errors : vErrors.concat(validate326.errors)
            errors = vErrors.length
          }
        }
        if (data0.records !== undefined) {
          let data11 = data0.records
          if (Array.isArray(data11)) {
            if (data11.length < 1) {
              const err5 = {
                instancePath: instancePath + '/' + i0 + '/records',
                schemaPath: '#/items/properties/records/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema75.items.properties.records,
                data: data11,
              }
              if (vErrors === null) {
                vErrors = [err5]
              } else {
                vErrors.push(err5)
              }
              errors++
            }
            const len1 = data11.length
            for (let i1 = 0; i1 < len1; i1++) {
              if (
                !validate330(data11[i1], {
                  instancePath: instancePath + '/' + i0 + '/records/' + i1,
                  parentData: data11,
                  parentDataProperty: i1,
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate330.errors : vErrors.concat(validate330.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err6 = {
              instancePath: instancePath + '/' + i0 + '/records',
              schemaPath: '#/items/properties/records/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema75.items.properties.records.type,
              parentSchema: schema75.items.properties.records,
              data: data11,
            }
            if (vErrors === null) {
              vErrors = [err6]
            } else {
              vErrors.push(err6)
            }
            errors++
          }
        }
        if (data0.carries !== undefined) {
          let data13 = data0.carries
          if (Array.isArray(data13)) {
            if (data13.length < 1) {
              const err7 = {
                instancePath: instancePath + '/' + i0 + '/carries',
                schemaPath: '#/items/properties/carries/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema75.items.properties.carries,
                data: data13,
              }
              if (vErrors === null) {
                vErrors = [err7]
              } else {
                vErrors.push(err7)
              }
              errors++
            }
            const len2 = data13.length
            for (let i2 = 0; i2 < len2; i2++) {
              if (
                !validate330(data13[i2], {
                  instancePath: instancePath + '/' + i0 + '/carries/' + i2,
                  parentData: data13,
                  parentDataProperty: i2,
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate330.errors : vErrors.concat(validate330.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err8 = {
              instancePath: instancePath + '/' + i0 + '/carries',
              schemaPath: '#/items/properties/carries/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema75.items.properties.carries.type,
              parentSchema: schema75.items.properties.carries,
              data: data13,
            }
            if (vErrors === null) {
              vErrors = [err8]
            } else {
              vErrors.push(err8)
            }
            errors++
          }
        }
        if (data0.within !== undefined) {
          let data15 = data0.within
          if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
            if (data15.limit === undefined) {
              const err9 = {
                instancePath: instancePath + '/' + i0 + '/within',
                schemaPath: '#/items/properties/within/required',
                keyword: 'required',
                params: { missingProperty: 'limit' },
                schema: schema75.items.properties.within.required,
                parentSchema: schema75.items.properties.within,
                data: data15,
              }
              if (vErrors === null) {
                vErrors = [err9]
              } else {
                vErrors.push(err9)
              }
              errors++
            }
            for (const key1 in data15) {
              if (!(
                key1 === 'limit' ||
                key1 === 'after' ||
                key1 === 'unless' ||
                key1 === 'pair' ||
                key1 === 'calendar' ||
                key1 === 'limits' ||
                key1 === 'note' ||
                key1 === 'source' ||
                pattern0.test(key1)
              )) {
                const err10 = {
                  instancePath: instancePath + '/' + i0 + '/within',
                  schemaPath: '#/items/properties/within/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  schema: false,
                  parentSchema: schema75.items.properties.within,
                  data: data15,
                }
                if (vErrors === null) {
                  vErrors = [err10]
                } else {
                  vErrors.push(err10)
                }
                errors++
              }
            }
            if (data15.limit !== undefined) {
              if (
                !validate333(data15.limit, {
                  instancePath: instancePath + '/' + i0 + '/within/limit',
                  parentData: data15,
                  parentDataProperty: 'limit',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate333.errors : vErrors.concat(validate333.errors)
                errors = vErrors.length
              }
            }
            if (data15.after !== undefined) {
              if (
                !validate337(data15.after, {
                  instancePath: instancePath + '/' + i0 + '/within/after',
                  parentData: data15,
                  parentDataProperty: 'after',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate337.errors : vErrors.concat(validate337.errors)
                errors = vErrors.length
              }
            }
            if (data15.unless !== undefined) {
              let data18 = data15.unless
              if (Array.isArray(data18)) {
                const len3 = data18.length
                for (let i3 = 0; i3 < len3; i3++) {
                  if (
                    !validate340(data18[i3], {
                      instancePath: instancePath + '/' + i0 + '/within/unless/' + i3,
                      parentData: data18,
                      parentDataProperty: i3,
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate340.errors : vErrors.concat(validate340.errors)
                    errors = vErrors.length
                  }
                }
              } else {
                const err11 = {
                  instancePath: instancePath + '/' + i0 + '/within/unless',
                  schemaPath: '#/items/properties/within/properties/unless/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  schema: schema75.items.properties.within.properties.unless.type,
                  parentSchema: schema75.items.properties.within.properties.unless,
                  data: data18,
                }
                if (vErrors === null) {
                  vErrors = [err11]
                } else {
                  vErrors.push(err11)
                }
                errors++
              }
            }
            if (data15.pair !== undefined) {
              let data20 = data15.pair
              if (!(data20 === 'each' || data20 === 'first' || data20 === 'last')) {
                const err12 = {
                  instancePath: instancePath + '/' + i0 + '/within/pair',
                  schemaPath: '#/items/properties/within/properties/pair/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema75.items.properties.within.properties.pair.enum },
                  schema: schema75.items.properties.within.properties.pair.enum,
                  parentSchema: schema75.items.properties.within.properties.pair,
                  data: data20,
                }
                if (vErrors === null) {
                  vErrors = [err12]
                } else {
                  vErrors.push(err12)
                }
                errors++
              }
            }
            if (data15.note !== undefined) {
              if (
                !validate231(data15.note, {
                  instancePath: instancePath + '/' + i0 + '/within/note',
                  parentData: data15,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                errors = vErrors.length
              }
            }
            if (data15.source !== undefined) {
              if (
                !validate233(data15.source, {
                  instancePath: instancePath + '/' + i0 + '/within/source',
                  parentData: data15,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err13 = {
              instancePath: instancePath + '/' + i0 + '/within',
              schemaPath: '#/items/properties/within/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema75.items.properties.within.type,
              parentSchema: schema75.items.properties.within,
              data: data15,
            }
            if (vErrors === null) {
              vErrors = [err13]
            } else {
              vErrors.push(err13)
            }
            errors++
          }
        }
        if (data0['not-by-doer-of'] !== undefined) {
          let data23 = data0['not-by-doer-of']
          if (typeof data23 === 'string') {
            if (!pattern70.test(data23)) {
              const err14 = {
                instancePath: instancePath + '/' + i0 + '/not-by-doer-of',
                schemaPath: '#/items/properties/not-by-doer-of/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z0-9]+([-/][a-z0-9]+)*$' },
                schema: '^[a-z0-9]+([-/][a-z0-9]+)*$',
                parentSchema: schema75.items.properties['not-by-doer-of'],
                data: data23,
              }
              if (vErrors === null) {
                vErrors = [err14]
              } else {
                vErrors.push(err14)
              }
              errors++
            }
          } else {
            const err15 = {
              instancePath: instancePath + '/' + i0 + '/not-by-doer-of',
              schemaPath: '#/items/properties/not-by-doer-of/type',
              keyword: 'type',
              params: { type: 'string' },
              schema: schema75.items.properties['not-by-doer-of'].type,
              parentSchema: schema75.items.properties['not-by-doer-of'],
              data: data23,
            }
            if (vErrors === null) {
              vErrors = [err15]
            } else {
              vErrors.push(err15)
            }
            errors++
          }
        }
        if (data0.scope !== undefined) {
          if (
            !validate344(data0.scope, {
              instancePath: instancePath + '/' + i0 + '/scope',
              parentData: data0,
              parentDataProperty: 'scope',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate344.errors : vErrors.concat(validate344.errors)
            errors = vErrors.length
          }
        }
        if (data0.min !== undefined) {
          let data25 = data0.min
          if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
            const err16 = {
              instancePath: instancePath + '/' + i0 + '/min',
              schemaPath: '#/items/properties/min/type',
              keyword: 'type',
              params: { type: 'integer' },
              schema: schema75.items.properties.min.type,
              parentSchema: schema75.items.properties.min,
              data: data25,
            }
            if (vErrors === null) {
              vErrors = [err16]
            } else {
              vErrors.push(err16)
            }
            errors++
          }
          if (typeof data25 == 'number' && isFinite(data25)) {
            if (data25 < 0 || isNaN(data25)) {
              const err17 = {
                instancePath: instancePath + '/' + i0 + '/min',
                schemaPath: '#/items/properties/min/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                schema: 0,
                parentSchema: schema75.items.properties.min,
                data: data25,
              }
              if (vErrors === null) {
                vErrors = [err17]
              } else {
                vErrors.push(err17)
              }
              errors++
            }
          }
        }
        if (data0.max !== undefined) {
          if (
            !validate298(data0.max, {
              instancePath: instancePath + '/' + i0 + '/max',
              parentData: data0,
              parentDataProperty: 'max',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors)
            errors = vErrors.length
          }
        }
        if (data0.note !== undefined) {
          if (
            !validate231(data0.note, {
              instancePath: instancePath + '/' + i0 + '/note',
              parentData: data0,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
            errors = vErrors.length
          }
        }
        if (data0.source !== undefined) {
          if (
            !validate233(data0.source, {
              instancePath: instancePath + '/' + i0 + '/source',
              parentData: data0,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/' + i0,
          schemaPath: '#/items/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema75.items.type,
          parentSchema: schema75.items,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err18]
        } else {
          vErrors.push(err18)
        }
        errors++
      }
    }
  } else {
    const err19 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'array' },
      schema: schema75.type,
      parentSchema: schema75,
      data,
    }
    if (vErrors === null) {
      vErrors = [err19]
    } else {
      vErrors.push(err19)
    }
    errors++
  }
  validate314.errors = vErrors
  return errors === 0
}
const schema84 = {
  type: 'object',
  properties: {
    id: { allOf: [{ $ref: 'common.schema.json#/definitions/id' }] },
    name: { $ref: 'common.schema.json#/definitions/text' },
    does: { allOf: [{ $ref: 'common.schema.json#/definitions/text' }] },
    by: { allOf: [{ $ref: 'common.schema.json#/definitions/roles' }] },
    qualified: {},
    proof: { $ref: 'common.schema.json#/definitions/proof' },
    'satisfied-by': { allOf: [{ $ref: 'common.schema.json#/definitions/proof' }] },
    weight: { title: '1 到 100 的整数 · a whole number from 1 to 100', type: 'integer', minimum: 1, maximum: 100 },
    critical: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
    'must-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
    'must-not-say': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
    records: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
    carries: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
    within: {
      type: 'object',
      properties: {
        limit: { $ref: 'common.schema.json#/definitions/duration' },
        after: { allOf: [{ $ref: 'common.schema.json#/definitions/target' }] },
        unless: { type: 'array', items: { $ref: 'common.schema.json#/definitions/event' } },
        pair: { title: 'each、first 或 last · each, first or last', enum: ['each', 'first', 'last'] },
        calendar: {},
        limits: {},
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['limit'],
    },
    'not-by-doer-of': { title: '步骤标识 · the id of a step', type: 'string', pattern: '^[a-z0-9]+([-/][a-z0-9]+)*$' },
    scope: { allOf: [{ $ref: 'common.schema.json#/definitions/ruleScope' }] },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['id'],
  title: '步骤 · a step',
}
function validate360(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        schema: schema84.required,
        parentSchema: schema84,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(func2.call(schema84.properties, key0) || pattern0.test(key0))) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema84,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    if (data.id !== undefined) {
      if (
        !validate221(data.id, {
          instancePath: instancePath + '/id',
          parentData: data,
          parentDataProperty: 'id',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors)
        errors = vErrors.length
      }
    }
    if (data.name !== undefined) {
      if (
        !validate223(data.name, {
          instancePath: instancePath + '/name',
          parentData: data,
          parentDataProperty: 'name',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
        errors = vErrors.length
      }
    }
    if (data.does !== undefined) {
      if (
        !validate223(data.does, {
          instancePath: instancePath + '/does',
          parentData: data,
          parentDataProperty: 'does',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
        errors = vErrors.length
      }
    }
    if (data.by !== undefined) {
      if (
        !validate318(data.by, {
          instancePath: instancePath + '/by',
          parentData: data,
          parentDataProperty: 'by',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate318.errors : vErrors.concat(validate318.errors)
        errors = vErrors.length
      }
    }
    if (data.proof !== undefined) {
      if (
        !validate239(data.proof, {
          instancePath: instancePath + '/proof',
          parentData: data,
          parentDataProperty: 'proof',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
        errors = vErrors.length
      }
    }
    if (data['satisfied-by'] !== undefined) {
      if (
        !validate239(data['satisfied-by'], {
          instancePath: instancePath + '/satisfied-by',
          parentData: data,
          parentDataProperty: 'satisfied-by',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
        errors = vErrors.length
      }
    }
    if (data.weight !== undefined) {
      let data6 = data.weight
      if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        const err2 = {
          instancePath: instancePath + '/weight',
          schemaPath: '#/properties/weight/type',
          keyword: 'type',
          params: { type: 'integer' },
          schema: schema84.properties.weight.type,
          parentSchema: schema84.properties.weight,
          data: data6,
        }
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
      if (typeof data6 == 'number' && isFinite(data6)) {
        if (data6 > 100 || isNaN(data6)) {
          const err3 = {
            instancePath: instancePath + '/weight',
            schemaPath: '#/properties/weight/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 100 },
            schema: 100,
            parentSchema: schema84.properties.weight,
            data: data6,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
        if (data6 < 1 || isNaN(data6)) {
          const err4 = {
            instancePath: instancePath + '/weight',
            schemaPath: '#/properties/weight/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            schema: 1,
            parentSchema: schema84.properties.weight,
            data: data6,
          }
          if (vErrors === null) {
            vErrors = [err4]
          } else {
            vErrors.push(err4)
          }
          errors++
        }
      }
    }
    if (data.critical !== undefined) {
      if (
        !validate324(data.critical, {
          instancePath: instancePath + '/critical',
          parentData: data,
          parentDataProperty: 'critical',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate324.errors : vErrors.concat(validate324.errors)
        errors = vErrors.length
      }
    }
    if (data['must-say'] !== undefined) {
      if (
        !validate326(data['must-say'], {
          instancePath: instancePath + '/must-say',
          parentData: data,
          parentDataProperty: 'must-say',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate326.errors : vErrors.concat(validate326.errors)
        errors = vErrors.length
      }
    }
    if (data['must-not-say'] !== undefined) {
      if (
        !validate326(data['must-not-say'], {
          instancePath: instancePath + '/must-not-say',
          parentData: data,
          parentDataProperty: 'must-not-say',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate326.errors : vErrors.concat(validate326.errors)
        errors = vErrors.length
      }
    }
    if (data.records !== undefined) {
      let data10 = data.records
      if (Array.isArray(data10)) {
        if (data10.length < 1) {
          const err5 = {
            instancePath: instancePath + '/records',
            schemaPath: '#/properties/records/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema84.properties.records,
            data: data10,
          }
          if (vErrors === null) {
            vErrors = [err5]
          } else {
            vErrors.push(err5)
          }
          errors++
        }
        const len0 = data10.length
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate330(data10[i0], {
              instancePath: instancePath + '/records/' + i0,
              parentData: data10,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate330.errors : vErrors.concat(validate330.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/records',
          schemaPath: '#/properties/records/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema84.properties.records.type,
          parentSchema: schema84.properties.records,
          data: data10,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    }
    if (data.carries !== undefined) {
      let data12 = data.carries
      if (Array.isArray(data12)) {
        if (data12.length < 1) {
          const err7 = {
            instancePath: instancePath + '/carries',
            schemaPath: '#/properties/carries/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            schema: 1,
            parentSchema: schema84.properties.carries,
            data: data12,
          }
          if (vErrors === null) {
            vErrors = [err7]
          } else {
            vErrors.push(err7)
          }
          errors++
        }
        const len1 = data12.length
        for (let i1 = 0; i1 < len1; i1++) {
          if (
            !validate330(data12[i1], {
              instancePath: instancePath + '/carries/' + i1,
              parentData: data12,
              parentDataProperty: i1,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate330.errors : vErrors.concat(validate330.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/carries',
          schemaPath: '#/properties/carries/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema84.properties.carries.type,
          parentSchema: schema84.properties.carries,
          data: data12,
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.within !== undefined) {
      let data14 = data.within
      if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
        if (data14.limit === undefined) {
          const err9 = {
            instancePath: instancePath + '/within',
            schemaPath: '#/properties/within/required',
            keyword: 'required',
            params: { missingProperty: 'limit' },
            schema: schema84.properties.within.required,
            parentSchema: schema84.properties.within,
            data: data14,
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        for (const key1 in data14) {
          if (!(
            key1 === 'limit' ||
            key1 === 'after' ||
            key1 === 'unless' ||
            key1 === 'pair' ||
            key1 === 'calendar' ||
            key1 === 'limits' ||
            key1 === 'note' ||
            key1 === 'source' ||
            pattern0.test(key1)
          )) {
            const err10 = {
              instancePath: instancePath + '/within',
              schemaPath: '#/properties/within/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              schema: false,
              parentSchema: schema84.properties.within,
              data: data14,
            }
            if (vErrors === null) {
              vErrors = [err10]
            } else {
              vErrors.push(err10)
            }
            errors++
          }
        }
        if (data14.limit !== undefined) {
          if (
            !validate333(data14.limit, {
              instancePath: instancePath + '/within/limit',
              parentData: data14,
              parentDataProperty: 'limit',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate333.errors : vErrors.concat(validate333.errors)
            errors = vErrors.length
          }
        }
        if (data14.after !== undefined) {
          if (
            !validate337(data14.after, {
              instancePath: instancePath + '/within/after',
              parentData: data14,
              parentDataProperty: 'after',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate337.errors : vErrors.concat(validate337.errors)
            errors = vErrors.length
          }
        }
        if (data14.unless !== undefined) {
          let data17 = data14.unless
          if (Array.isArray(data17)) {
            const len2 = data17.length
            for (let i2 = 0; i2 < len2; i2++) {
              if (
                !validate340(data17[i2], {
                  instancePath: instancePath + '/within/unless/' + i2,
                  parentData: data17,
                  parentDataProperty: i2,
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate340.errors : vErrors.concat(validate340.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err11 = {
              instancePath: instancePath + '/within/unless',
              schemaPath: '#/properties/within/properties/unless/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema84.properties.within.properties.unless.type,
              parentSchema: schema84.properties.within.properties.unless,
              data: data17,
            }
            if (vErrors === null) {
              vErrors = [err11]
            } else {
              vErrors.push(err11)
            }
            errors++
          }
        }
        if (data14.pair !== undefined) {
          let data19 = data14.pair
          if (!(data19 === 'each' || data19 === 'first' || data19 === 'last')) {
            const err12 = {
              instancePath: instancePath + '/within/pair',
              schemaPath: '#/properties/within/properties/pair/enum',
              keyword: 'enum',
              params: { allowedValues: schema84.properties.within.properties.pair.enum },
              schema: schema84.properties.within.properties.pair.enum,
              parentSchema: schema84.properties.within.properties.pair,
              data: data19,
            }
            if (vErrors === null) {
              vErrors = [err12]
            } else {
              vErrors.push(err12)
            }
            errors++
          }
        }
        if (data14.note !== undefined) {
          if (
            !validate231(data14.note, {
              instancePath: instancePath + '/within/note',
              parentData: data14,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
            errors = vErrors.length
          }
        }
        if (data14.source !== undefined) {
          if (
            !validate233(data14.source, {
              instancePath: instancePath + '/within/source',
              parentData: data14,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/within',
          schemaPath: '#/properties/within/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema84.properties.within.type,
          parentSchema: schema84.properties.within,
          data: data14,
        }
        if (vErrors === null) {
          vErrors = [err13]
        } else {
          vErrors.push(err13)
        }
        errors++
      }
    }
    if (data['not-by-doer-of'] !== undefined) {
      let data22 = data['not-by-doer-of']
      if (typeof data22 === 'string') {
        if (!pattern70.test(data22)) {
          const err14 = {
            instancePath: instancePath + '/not-by-doer-of',
            schemaPath: '#/properties/not-by-doer-of/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9]+([-/][a-z0-9]+)*$' },
            schema: '^[a-z0-9]+([-/][a-z0-9]+)*$',
            parentSchema: schema84.properties['not-by-doer-of'],
            data: data22,
          }
          if (vErrors === null) {
            vErrors = [err14]
          } else {
            vErrors.push(err14)
          }
          errors++
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/not-by-doer-of',
          schemaPath: '#/properties/not-by-doer-of/type',
          keyword: 'type',
          params: { type: 'string' },
          schema: schema84.properties['not-by-doer-of'].type,
          parentSchema: schema84.properties['not-by-doer-of'],
          data: data22,
        }
        if (vErrors === null) {
          vErrors = [err15]
        } else {
          vErrors.push(err15)
        }
        errors++
      }
    }
    if (data.scope !== undefined) {
      if (
        !validate344(data.scope, {
          instancePath: instancePath + '/scope',
          parentData: data,
          parentDataProperty: 'scope',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate344.errors : vErrors.concat(validate344.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate231(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate233(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err16 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema84.type,
      parentSchema: schema84,
      data,
    }
    if (vErrors === null) {
      vErrors = [err16]
    } else {
      vErrors.push(err16)
    }
    errors++
  }
  validate360.errors = vErrors
  return errors === 0
}
function validate236(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema60.type,
      parentSchema: schema60,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  const _errs1 = errors
  let valid0 = true
  const _errs2 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err1 = {}
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  var _valid0 = _errs2 === errors
  errors = _errs1
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1
    } else {
      vErrors = null
    }
  }
  if (_valid0) {
    const _errs4 = errors
    const _errs5 = errors
    let valid1 = true
    const _errs6 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0
      if (data.choice === undefined && (missing0 = 'choice')) {
        const err2 = {}
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
    }
    var _valid1 = _errs6 === errors
    errors = _errs5
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5
      } else {
        vErrors = null
      }
    }
    let ifClause0
    if (_valid1) {
      const _errs7 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        for (const key0 in data) {
          if (!(key0 === 'choice' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
            const err3 = {
              instancePath,
              schemaPath: '#/then/then/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key0 },
              schema: false,
              parentSchema: schema60.then.then,
              data,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        }
        if (data.choice !== undefined) {
          let data0 = data.choice
          if (Array.isArray(data0)) {
            if (data0.length < 1) {
              const err4 = {
                instancePath: instancePath + '/choice',
                schemaPath: '#/then/then/properties/choice/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema60.then.then.properties.choice,
                data: data0,
              }
              if (vErrors === null) {
                vErrors = [err4]
              } else {
                vErrors.push(err4)
              }
              errors++
            }
            const len0 = data0.length
            for (let i0 = 0; i0 < len0; i0++) {
              if (
                !validate237(data0[i0], {
                  instancePath: instancePath + '/choice/' + i0,
                  parentData: data0,
                  parentDataProperty: i0,
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate237.errors : vErrors.concat(validate237.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err5 = {
              instancePath: instancePath + '/choice',
              schemaPath: '#/then/then/properties/choice/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema60.then.then.properties.choice.type,
              parentSchema: schema60.then.then.properties.choice,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err5]
            } else {
              vErrors.push(err5)
            }
            errors++
          }
        }
        if (data.note !== undefined) {
          if (
            !validate231(data.note, {
              instancePath: instancePath + '/note',
              parentData: data,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
            errors = vErrors.length
          }
        }
        if (data.source !== undefined) {
          if (
            !validate233(data.source, {
              instancePath: instancePath + '/source',
              parentData: data,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err6 = {
          instancePath,
          schemaPath: '#/then/then/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema60.then.then.type,
          parentSchema: schema60.then.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
      var _valid1 = _errs7 === errors
      valid1 = _valid1
      ifClause0 = 'then'
    } else {
      const _errs15 = errors
      const _errs16 = errors
      let valid5 = true
      const _errs17 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing1
        if (data.optional === undefined && (missing1 = 'optional')) {
          const err7 = {}
          if (vErrors === null) {
            vErrors = [err7]
          } else {
            vErrors.push(err7)
          }
          errors++
        }
      }
      var _valid2 = _errs17 === errors
      errors = _errs16
      if (vErrors !== null) {
        if (_errs16) {
          vErrors.length = _errs16
        } else {
          vErrors = null
        }
      }
      let ifClause1
      if (_valid2) {
        const _errs18 = errors
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          for (const key1 in data) {
            if (!(key1 === 'optional' || key1 === 'note' || key1 === 'source' || pattern0.test(key1))) {
              const err8 = {
                instancePath,
                schemaPath: '#/then/else/then/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema60.then.else.then,
                data,
              }
              if (vErrors === null) {
                vErrors = [err8]
              } else {
                vErrors.push(err8)
              }
              errors++
            }
          }
          if (data.optional !== undefined) {
            if (
              !validate280(data.optional, {
                instancePath: instancePath + '/optional',
                parentData: data,
                parentDataProperty: 'optional',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate280.errors : vErrors.concat(validate280.errors)
              errors = vErrors.length
            }
          }
          if (data.note !== undefined) {
            if (
              !validate231(data.note, {
                instancePath: instancePath + '/note',
                parentData: data,
                parentDataProperty: 'note',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
              errors = vErrors.length
            }
          }
          if (data.source !== undefined) {
            if (
              !validate233(data.source, {
                instancePath: instancePath + '/source',
                parentData: data,
                parentDataProperty: 'source',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err9 = {
            instancePath,
            schemaPath: '#/then/else/then/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema60.then.else.then.type,
            parentSchema: schema60.then.else.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        var _valid2 = _errs18 === errors
        valid5 = _valid2
        ifClause1 = 'then'
      } else {
        const _errs25 = errors
        const _errs26 = errors
        let valid8 = true
        const _errs27 = errors
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing2
          if (data['any-order'] === undefined && (missing2 = 'any-order')) {
            const err10 = {}
            if (vErrors === null) {
              vErrors = [err10]
            } else {
              vErrors.push(err10)
            }
            errors++
          }
        }
        var _valid3 = _errs27 === errors
        errors = _errs26
        if (vErrors !== null) {
          if (_errs26) {
            vErrors.length = _errs26
          } else {
            vErrors = null
          }
        }
        let ifClause2
        if (_valid3) {
          const _errs28 = errors
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            for (const key2 in data) {
              if (!(key2 === 'any-order' || key2 === 'note' || key2 === 'source' || pattern0.test(key2))) {
                const err11 = {
                  instancePath,
                  schemaPath: '#/then/else/else/then/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key2 },
                  schema: false,
                  parentSchema: schema60.then.else.else.then,
                  data,
                }
                if (vErrors === null) {
                  vErrors = [err11]
                } else {
                  vErrors.push(err11)
                }
                errors++
              }
            }
            if (data['any-order'] !== undefined) {
              let data7 = data['any-order']
              if (Array.isArray(data7)) {
                if (data7.length < 1) {
                  const err12 = {
                    instancePath: instancePath + '/any-order',
                    schemaPath: '#/then/else/else/then/properties/any-order/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    schema: 1,
                    parentSchema: schema60.then.else.else.then.properties['any-order'],
                    data: data7,
                  }
                  if (vErrors === null) {
                    vErrors = [err12]
                  } else {
                    vErrors.push(err12)
                  }
                  errors++
                }
                const len1 = data7.length
                for (let i1 = 0; i1 < len1; i1++) {
                  if (
                    !validate284(data7[i1], {
                      instancePath: instancePath + '/any-order/' + i1,
                      parentData: data7,
                      parentDataProperty: i1,
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate284.errors : vErrors.concat(validate284.errors)
                    errors = vErrors.length
                  }
                }
              } else {
                const err13 = {
                  instancePath: instancePath + '/any-order',
                  schemaPath: '#/then/else/else/then/properties/any-order/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  schema: schema60.then.else.else.then.properties['any-order'].type,
                  parentSchema: schema60.then.else.else.then.properties['any-order'],
                  data: data7,
                }
                if (vErrors === null) {
                  vErrors = [err13]
                } else {
                  vErrors.push(err13)
                }
                errors++
              }
            }
            if (data.note !== undefined) {
              if (
                !validate231(data.note, {
                  instancePath: instancePath + '/note',
                  parentData: data,
                  parentDataProperty: 'note',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                errors = vErrors.length
              }
            }
            if (data.source !== undefined) {
              if (
                !validate233(data.source, {
                  instancePath: instancePath + '/source',
                  parentData: data,
                  parentDataProperty: 'source',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err14 = {
              instancePath,
              schemaPath: '#/then/else/else/then/type',
              keyword: 'type',
              params: { type: 'object' },
              schema: schema60.then.else.else.then.type,
              parentSchema: schema60.then.else.else.then,
              data,
            }
            if (vErrors === null) {
              vErrors = [err14]
            } else {
              vErrors.push(err14)
            }
            errors++
          }
          var _valid3 = _errs28 === errors
          valid8 = _valid3
          ifClause2 = 'then'
        } else {
          const _errs36 = errors
          const _errs37 = errors
          let valid12 = true
          const _errs38 = errors
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            let missing3
            if (data.parallel === undefined && (missing3 = 'parallel')) {
              const err15 = {}
              if (vErrors === null) {
                vErrors = [err15]
              } else {
                vErrors.push(err15)
              }
              errors++
            }
          }
          var _valid4 = _errs38 === errors
          errors = _errs37
          if (vErrors !== null) {
            if (_errs37) {
              vErrors.length = _errs37
            } else {
              vErrors = null
            }
          }
          let ifClause3
          if (_valid4) {
            const _errs39 = errors
            if (data && typeof data == 'object' && !Array.isArray(data)) {
              for (const key3 in data) {
                if (!(key3 === 'parallel' || key3 === 'note' || key3 === 'source' || pattern0.test(key3))) {
                  const err16 = {
                    instancePath,
                    schemaPath: '#/then/else/else/else/then/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key3 },
                    schema: false,
                    parentSchema: schema60.then.else.else.else.then,
                    data,
                  }
                  if (vErrors === null) {
                    vErrors = [err16]
                  } else {
                    vErrors.push(err16)
                  }
                  errors++
                }
              }
              if (data.parallel !== undefined) {
                let data11 = data.parallel
                if (Array.isArray(data11)) {
                  if (data11.length < 1) {
                    const err17 = {
                      instancePath: instancePath + '/parallel',
                      schemaPath: '#/then/else/else/else/then/properties/parallel/minItems',
                      keyword: 'minItems',
                      params: { limit: 1 },
                      schema: 1,
                      parentSchema: schema60.then.else.else.else.then.properties.parallel,
                      data: data11,
                    }
                    if (vErrors === null) {
                      vErrors = [err17]
                    } else {
                      vErrors.push(err17)
                    }
                    errors++
                  }
                  const len2 = data11.length
                  for (let i2 = 0; i2 < len2; i2++) {
                    if (
                      !validate284(data11[i2], {
                        instancePath: instancePath + '/parallel/' + i2,
                        parentData: data11,
                        parentDataProperty: i2,
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate284.errors : vErrors.concat(validate284.errors)
                      errors = vErrors.length
                    }
                  }
                } else {
                  const err18 = {
                    instancePath: instancePath + '/parallel',
                    schemaPath: '#/then/else/else/else/then/properties/parallel/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    schema: schema60.then.else.else.else.then.properties.parallel.type,
                    parentSchema: schema60.then.else.else.else.then.properties.parallel,
                    data: data11,
                  }
                  if (vErrors === null) {
                    vErrors = [err18]
                  } else {
                    vErrors.push(err18)
                  }
                  errors++
                }
              }
              if (data.note !== undefined) {
                if (
                  !validate231(data.note, {
                    instancePath: instancePath + '/note',
                    parentData: data,
                    parentDataProperty: 'note',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                  errors = vErrors.length
                }
              }
              if (data.source !== undefined) {
                if (
                  !validate233(data.source, {
                    instancePath: instancePath + '/source',
                    parentData: data,
                    parentDataProperty: 'source',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err19 = {
                instancePath,
                schemaPath: '#/then/else/else/else/then/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema60.then.else.else.else.then.type,
                parentSchema: schema60.then.else.else.else.then,
                data,
              }
              if (vErrors === null) {
                vErrors = [err19]
              } else {
                vErrors.push(err19)
              }
              errors++
            }
            var _valid4 = _errs39 === errors
            valid12 = _valid4
            ifClause3 = 'then'
          } else {
            const _errs47 = errors
            const _errs48 = errors
            let valid16 = true
            const _errs49 = errors
            if (data && typeof data == 'object' && !Array.isArray(data)) {
              let missing4
              if (data.some === undefined && (missing4 = 'some')) {
                const err20 = {}
                if (vErrors === null) {
                  vErrors = [err20]
                } else {
                  vErrors.push(err20)
                }
                errors++
              }
            }
            var _valid5 = _errs49 === errors
            errors = _errs48
            if (vErrors !== null) {
              if (_errs48) {
                vErrors.length = _errs48
              } else {
                vErrors = null
              }
            }
            let ifClause4
            if (_valid5) {
              const _errs50 = errors
              if (data && typeof data == 'object' && !Array.isArray(data)) {
                for (const key4 in data) {
                  if (!(key4 === 'some' || key4 === 'note' || key4 === 'source' || pattern0.test(key4))) {
                    const err21 = {
                      instancePath,
                      schemaPath: '#/then/else/else/else/else/then/additionalProperties',
                      keyword: 'additionalProperties',
                      params: { additionalProperty: key4 },
                      schema: false,
                      parentSchema: schema60.then.else.else.else.else.then,
                      data,
                    }
                    if (vErrors === null) {
                      vErrors = [err21]
                    } else {
                      vErrors.push(err21)
                    }
                    errors++
                  }
                }
                if (data.some !== undefined) {
                  let data15 = data.some
                  if (Array.isArray(data15)) {
                    if (data15.length < 1) {
                      const err22 = {
                        instancePath: instancePath + '/some',
                        schemaPath: '#/then/else/else/else/else/then/properties/some/minItems',
                        keyword: 'minItems',
                        params: { limit: 1 },
                        schema: 1,
                        parentSchema: schema60.then.else.else.else.else.then.properties.some,
                        data: data15,
                      }
                      if (vErrors === null) {
                        vErrors = [err22]
                      } else {
                        vErrors.push(err22)
                      }
                      errors++
                    }
                    const len3 = data15.length
                    for (let i3 = 0; i3 < len3; i3++) {
                      if (
                        !validate284(data15[i3], {
                          instancePath: instancePath + '/some/' + i3,
                          parentData: data15,
                          parentDataProperty: i3,
                          rootData,
                        })
                      ) {
                        vErrors = vErrors === null ? validate284.errors : vErrors.concat(validate284.errors)
                        errors = vErrors.length
                      }
                    }
                  } else {
                    const err23 = {
                      instancePath: instancePath + '/some',
                      schemaPath: '#/then/else/else/else/else/then/properties/some/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      schema: schema60.then.else.else.else.else.then.properties.some.type,
                      parentSchema: schema60.then.else.else.else.else.then.properties.some,
                      data: data15,
                    }
                    if (vErrors === null) {
                      vErrors = [err23]
                    } else {
                      vErrors.push(err23)
                    }
                    errors++
                  }
                }
                if (data.note !== undefined) {
                  if (
                    !validate231(data.note, {
                      instancePath: instancePath + '/note',
                      parentData: data,
                      parentDataProperty: 'note',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                    errors = vErrors.length
                  }
                }
                if (data.source !== undefined) {
                  if (
                    !validate233(data.source, {
                      instancePath: instancePath + '/source',
                      parentData: data,
                      parentDataProperty: 'source',
                      rootData,
                    })
                  ) {
                    vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                    errors = vErrors.length
                  }
                }
              } else {
                const err24 = {
                  instancePath,
                  schemaPath: '#/then/else/else/else/else/then/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  schema: schema60.then.else.else.else.else.then.type,
                  parentSchema: schema60.then.else.else.else.else.then,
                  data,
                }
                if (vErrors === null) {
                  vErrors = [err24]
                } else {
                  vErrors.push(err24)
                }
                errors++
              }
              var _valid5 = _errs50 === errors
              valid16 = _valid5
              ifClause4 = 'then'
            } else {
              const _errs58 = errors
              const _errs59 = errors
              let valid20 = true
              const _errs60 = errors
              if (data && typeof data == 'object' && !Array.isArray(data)) {
                let missing5
                if (data.repeat === undefined && (missing5 = 'repeat')) {
                  const err25 = {}
                  if (vErrors === null) {
                    vErrors = [err25]
                  } else {
                    vErrors.push(err25)
                  }
                  errors++
                }
              }
              var _valid6 = _errs60 === errors
              errors = _errs59
              if (vErrors !== null) {
                if (_errs59) {
                  vErrors.length = _errs59
                } else {
                  vErrors = null
                }
              }
              let ifClause5
              if (_valid6) {
                const _errs61 = errors
                if (data && typeof data == 'object' && !Array.isArray(data)) {
                  for (const key5 in data) {
                    if (!(key5 === 'repeat' || key5 === 'note' || key5 === 'source' || pattern0.test(key5))) {
                      const err26 = {
                        instancePath,
                        schemaPath: '#/then/else/else/else/else/else/then/additionalProperties',
                        keyword: 'additionalProperties',
                        params: { additionalProperty: key5 },
                        schema: false,
                        parentSchema: schema60.then.else.else.else.else.else.then,
                        data,
                      }
                      if (vErrors === null) {
                        vErrors = [err26]
                      } else {
                        vErrors.push(err26)
                      }
                      errors++
                    }
                  }
                  if (data.repeat !== undefined) {
                    let data19 = data.repeat
                    if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
                      if (data19.do === undefined) {
                        const err27 = {
                          instancePath: instancePath + '/repeat',
                          schemaPath: '#/then/else/else/else/else/else/then/properties/repeat/required',
                          keyword: 'required',
                          params: { missingProperty: 'do' },
                          schema: schema60.then.else.else.else.else.else.then.properties.repeat.required,
                          parentSchema: schema60.then.else.else.else.else.else.then.properties.repeat,
                          data: data19,
                        }
                        if (vErrors === null) {
                          vErrors = [err27]
                        } else {
                          vErrors.push(err27)
                        }
                        errors++
                      }
                      for (const key6 in data19) {
                        if (!(
                          key6 === 'do' ||
                          key6 === 'redo' ||
                          key6 === 'max' ||
                          key6 === 'note' ||
                          key6 === 'source' ||
                          pattern0.test(key6)
                        )) {
                          const err28 = {
                            instancePath: instancePath + '/repeat',
                            schemaPath: '#/then/else/else/else/else/else/then/properties/repeat/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key6 },
                            schema: false,
                            parentSchema: schema60.then.else.else.else.else.else.then.properties.repeat,
                            data: data19,
                          }
                          if (vErrors === null) {
                            vErrors = [err28]
                          } else {
                            vErrors.push(err28)
                          }
                          errors++
                        }
                      }
                      if (data19.do !== undefined) {
                        if (
                          !validate280(data19.do, {
                            instancePath: instancePath + '/repeat/do',
                            parentData: data19,
                            parentDataProperty: 'do',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate280.errors : vErrors.concat(validate280.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data19.redo !== undefined) {
                        if (
                          !wrapper2.validate(data19.redo, {
                            instancePath: instancePath + '/repeat/redo',
                            parentData: data19,
                            parentDataProperty: 'redo',
                            rootData,
                          })
                        ) {
                          vErrors =
                            vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data19.max !== undefined) {
                        if (
                          !validate298(data19.max, {
                            instancePath: instancePath + '/repeat/max',
                            parentData: data19,
                            parentDataProperty: 'max',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data19.note !== undefined) {
                        if (
                          !validate231(data19.note, {
                            instancePath: instancePath + '/repeat/note',
                            parentData: data19,
                            parentDataProperty: 'note',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data19.source !== undefined) {
                        if (
                          !validate233(data19.source, {
                            instancePath: instancePath + '/repeat/source',
                            parentData: data19,
                            parentDataProperty: 'source',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                          errors = vErrors.length
                        }
                      }
                    } else {
                      const err29 = {
                        instancePath: instancePath + '/repeat',
                        schemaPath: '#/then/else/else/else/else/else/then/properties/repeat/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        schema: schema60.then.else.else.else.else.else.then.properties.repeat.type,
                        parentSchema: schema60.then.else.else.else.else.else.then.properties.repeat,
                        data: data19,
                      }
                      if (vErrors === null) {
                        vErrors = [err29]
                      } else {
                        vErrors.push(err29)
                      }
                      errors++
                    }
                  }
                  if (data.note !== undefined) {
                    if (
                      !validate231(data.note, {
                        instancePath: instancePath + '/note',
                        parentData: data,
                        parentDataProperty: 'note',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                      errors = vErrors.length
                    }
                  }
                  if (data.source !== undefined) {
                    if (
                      !validate233(data.source, {
                        instancePath: instancePath + '/source',
                        parentData: data,
                        parentDataProperty: 'source',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                      errors = vErrors.length
                    }
                  }
                } else {
                  const err30 = {
                    instancePath,
                    schemaPath: '#/then/else/else/else/else/else/then/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    schema: schema60.then.else.else.else.else.else.then.type,
                    parentSchema: schema60.then.else.else.else.else.else.then,
                    data,
                  }
                  if (vErrors === null) {
                    vErrors = [err30]
                  } else {
                    vErrors.push(err30)
                  }
                  errors++
                }
                var _valid6 = _errs61 === errors
                valid20 = _valid6
                ifClause5 = 'then'
              } else {
                const _errs74 = errors
                const _errs75 = errors
                let valid23 = true
                const _errs76 = errors
                if (data && typeof data == 'object' && !Array.isArray(data)) {
                  let missing6
                  if (data.group === undefined && (missing6 = 'group')) {
                    const err31 = {}
                    if (vErrors === null) {
                      vErrors = [err31]
                    } else {
                      vErrors.push(err31)
                    }
                    errors++
                  }
                }
                var _valid7 = _errs76 === errors
                errors = _errs75
                if (vErrors !== null) {
                  if (_errs75) {
                    vErrors.length = _errs75
                  } else {
                    vErrors = null
                  }
                }
                let ifClause6
                if (_valid7) {
                  const _errs77 = errors
                  if (data && typeof data == 'object' && !Array.isArray(data)) {
                    for (const key7 in data) {
                      if (!(key7 === 'group' || key7 === 'note' || key7 === 'source' || pattern0.test(key7))) {
                        const err32 = {
                          instancePath,
                          schemaPath: '#/then/else/else/else/else/else/else/then/additionalProperties',
                          keyword: 'additionalProperties',
                          params: { additionalProperty: key7 },
                          schema: false,
                          parentSchema: schema60.then.else.else.else.else.else.else.then,
                          data,
                        }
                        if (vErrors === null) {
                          vErrors = [err32]
                        } else {
                          vErrors.push(err32)
                        }
                        errors++
                      }
                    }
                    if (data.group !== undefined) {
                      let data27 = data.group
                      if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
                        if (data27.steps === undefined) {
                          const err33 = {
                            instancePath: instancePath + '/group',
                            schemaPath: '#/then/else/else/else/else/else/else/then/properties/group/required',
                            keyword: 'required',
                            params: { missingProperty: 'steps' },
                            schema: schema60.then.else.else.else.else.else.else.then.properties.group.required,
                            parentSchema: schema60.then.else.else.else.else.else.else.then.properties.group,
                            data: data27,
                          }
                          if (vErrors === null) {
                            vErrors = [err33]
                          } else {
                            vErrors.push(err33)
                          }
                          errors++
                        }
                        for (const key8 in data27) {
                          if (!(
                            key8 === 'id' ||
                            key8 === 'name' ||
                            key8 === 'steps' ||
                            key8 === 'interrupts' ||
                            key8 === 'anywhere' ||
                            key8 === 'note' ||
                            key8 === 'source' ||
                            pattern0.test(key8)
                          )) {
                            const err34 = {
                              instancePath: instancePath + '/group',
                              schemaPath:
                                '#/then/else/else/else/else/else/else/then/properties/group/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key8 },
                              schema: false,
                              parentSchema: schema60.then.else.else.else.else.else.else.then.properties.group,
                              data: data27,
                            }
                            if (vErrors === null) {
                              vErrors = [err34]
                            } else {
                              vErrors.push(err34)
                            }
                            errors++
                          }
                        }
                        if (data27.id !== undefined) {
                          if (
                            !validate221(data27.id, {
                              instancePath: instancePath + '/group/id',
                              parentData: data27,
                              parentDataProperty: 'id',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors)
                            errors = vErrors.length
                          }
                        }
                        if (data27.name !== undefined) {
                          if (
                            !validate223(data27.name, {
                              instancePath: instancePath + '/group/name',
                              parentData: data27,
                              parentDataProperty: 'name',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
                            errors = vErrors.length
                          }
                        }
                        if (data27.steps !== undefined) {
                          if (
                            !validate280(data27.steps, {
                              instancePath: instancePath + '/group/steps',
                              parentData: data27,
                              parentDataProperty: 'steps',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate280.errors : vErrors.concat(validate280.errors)
                            errors = vErrors.length
                          }
                        }
                        if (data27.interrupts !== undefined) {
                          if (
                            !validate307(data27.interrupts, {
                              instancePath: instancePath + '/group/interrupts',
                              parentData: data27,
                              parentDataProperty: 'interrupts',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate307.errors : vErrors.concat(validate307.errors)
                            errors = vErrors.length
                          }
                        }
                        if (data27.anywhere !== undefined) {
                          if (
                            !validate314(data27.anywhere, {
                              instancePath: instancePath + '/group/anywhere',
                              parentData: data27,
                              parentDataProperty: 'anywhere',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate314.errors : vErrors.concat(validate314.errors)
                            errors = vErrors.length
                          }
                        }
                        if (data27.note !== undefined) {
                          if (
                            !validate231(data27.note, {
                              instancePath: instancePath + '/group/note',
                              parentData: data27,
                              parentDataProperty: 'note',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                            errors = vErrors.length
                          }
                        }
                        if (data27.source !== undefined) {
                          if (
                            !validate233(data27.source, {
                              instancePath: instancePath + '/group/source',
                              parentData: data27,
                              parentDataProperty: 'source',
                              rootData,
                            })
                          ) {
                            vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                            errors = vErrors.length
                          }
                        }
                      } else {
                        const err35 = {
                          instancePath: instancePath + '/group',
                          schemaPath: '#/then/else/else/else/else/else/else/then/properties/group/type',
                          keyword: 'type',
                          params: { type: 'object' },
                          schema: schema60.then.else.else.else.else.else.else.then.properties.group.type,
                          parentSchema: schema60.then.else.else.else.else.else.else.then.properties.group,
                          data: data27,
                        }
                        if (vErrors === null) {
                          vErrors = [err35]
                        } else {
                          vErrors.push(err35)
                        }
                        errors++
                      }
                    }
                    if (data.note !== undefined) {
                      if (
                        !validate231(data.note, {
                          instancePath: instancePath + '/note',
                          parentData: data,
                          parentDataProperty: 'note',
                          rootData,
                        })
                      ) {
                        vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                        errors = vErrors.length
                      }
                    }
                    if (data.source !== undefined) {
                      if (
                        !validate233(data.source, {
                          instancePath: instancePath + '/source',
                          parentData: data,
                          parentDataProperty: 'source',
                          rootData,
                        })
                      ) {
                        vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                        errors = vErrors.length
                      }
                    }
                  } else {
                    const err36 = {
                      instancePath,
                      schemaPath: '#/then/else/else/else/else/else/else/then/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      schema: schema60.then.else.else.else.else.else.else.then.type,
                      parentSchema: schema60.then.else.else.else.else.else.else.then,
                      data,
                    }
                    if (vErrors === null) {
                      vErrors = [err36]
                    } else {
                      vErrors.push(err36)
                    }
                    errors++
                  }
                  var _valid7 = _errs77 === errors
                  valid23 = _valid7
                  ifClause6 = 'then'
                } else {
                  const _errs92 = errors
                  const _errs93 = errors
                  let valid26 = true
                  const _errs94 = errors
                  if (data && typeof data == 'object' && !Array.isArray(data)) {
                    let missing7
                    if (data.use === undefined && (missing7 = 'use')) {
                      const err37 = {}
                      if (vErrors === null) {
                        vErrors = [err37]
                      } else {
                        vErrors.push(err37)
                      }
                      errors++
                    }
                  }
                  var _valid8 = _errs94 === errors
                  errors = _errs93
                  if (vErrors !== null) {
                    if (_errs93) {
                      vErrors.length = _errs93
                    } else {
                      vErrors = null
                    }
                  }
                  let ifClause7
                  if (_valid8) {
                    const _errs95 = errors
                    if (data && typeof data == 'object' && !Array.isArray(data)) {
                      for (const key9 in data) {
                        if (!(key9 === 'use' || key9 === 'note' || key9 === 'source' || pattern0.test(key9))) {
                          const err38 = {
                            instancePath,
                            schemaPath: '#/then/else/else/else/else/else/else/else/then/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key9 },
                            schema: false,
                            parentSchema: schema60.then.else.else.else.else.else.else.else.then,
                            data,
                          }
                          if (vErrors === null) {
                            vErrors = [err38]
                          } else {
                            vErrors.push(err38)
                          }
                          errors++
                        }
                      }
                      if (data.use !== undefined) {
                        let data37 = data.use
                        if (data37 && typeof data37 == 'object' && !Array.isArray(data37)) {
                          if (data37.flow === undefined) {
                            const err39 = {
                              instancePath: instancePath + '/use',
                              schemaPath: '#/then/else/else/else/else/else/else/else/then/properties/use/required',
                              keyword: 'required',
                              params: { missingProperty: 'flow' },
                              schema: schema60.then.else.else.else.else.else.else.else.then.properties.use.required,
                              parentSchema: schema60.then.else.else.else.else.else.else.else.then.properties.use,
                              data: data37,
                            }
                            if (vErrors === null) {
                              vErrors = [err39]
                            } else {
                              vErrors.push(err39)
                            }
                            errors++
                          }
                          if (data37.as === undefined) {
                            const err40 = {
                              instancePath: instancePath + '/use',
                              schemaPath: '#/then/else/else/else/else/else/else/else/then/properties/use/required',
                              keyword: 'required',
                              params: { missingProperty: 'as' },
                              schema: schema60.then.else.else.else.else.else.else.else.then.properties.use.required,
                              parentSchema: schema60.then.else.else.else.else.else.else.else.then.properties.use,
                              data: data37,
                            }
                            if (vErrors === null) {
                              vErrors = [err40]
                            } else {
                              vErrors.push(err40)
                            }
                            errors++
                          }
                          for (const key10 in data37) {
                            if (!(
                              key10 === 'flow' ||
                              key10 === 'as' ||
                              key10 === 'note' ||
                              key10 === 'source' ||
                              pattern0.test(key10)
                            )) {
                              const err41 = {
                                instancePath: instancePath + '/use',
                                schemaPath:
                                  '#/then/else/else/else/else/else/else/else/then/properties/use/additionalProperties',
                                keyword: 'additionalProperties',
                                params: { additionalProperty: key10 },
                                schema: false,
                                parentSchema: schema60.then.else.else.else.else.else.else.else.then.properties.use,
                                data: data37,
                              }
                              if (vErrors === null) {
                                vErrors = [err41]
                              } else {
                                vErrors.push(err41)
                              }
                              errors++
                            }
                          }
                          if (data37.flow !== undefined) {
                            if (
                              !validate221(data37.flow, {
                                instancePath: instancePath + '/use/flow',
                                parentData: data37,
                                parentDataProperty: 'flow',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors)
                              errors = vErrors.length
                            }
                          }
                          if (data37.as !== undefined) {
                            if (
                              !validate221(data37.as, {
                                instancePath: instancePath + '/use/as',
                                parentData: data37,
                                parentDataProperty: 'as',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors)
                              errors = vErrors.length
                            }
                          }
                          if (data37.note !== undefined) {
                            if (
                              !validate231(data37.note, {
                                instancePath: instancePath + '/use/note',
                                parentData: data37,
                                parentDataProperty: 'note',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                              errors = vErrors.length
                            }
                          }
                          if (data37.source !== undefined) {
                            if (
                              !validate233(data37.source, {
                                instancePath: instancePath + '/use/source',
                                parentData: data37,
                                parentDataProperty: 'source',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                              errors = vErrors.length
                            }
                          }
                        } else {
                          const err42 = {
                            instancePath: instancePath + '/use',
                            schemaPath: '#/then/else/else/else/else/else/else/else/then/properties/use/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            schema: schema60.then.else.else.else.else.else.else.else.then.properties.use.type,
                            parentSchema: schema60.then.else.else.else.else.else.else.else.then.properties.use,
                            data: data37,
                          }
                          if (vErrors === null) {
                            vErrors = [err42]
                          } else {
                            vErrors.push(err42)
                          }
                          errors++
                        }
                      }
                      if (data.note !== undefined) {
                        if (
                          !validate231(data.note, {
                            instancePath: instancePath + '/note',
                            parentData: data,
                            parentDataProperty: 'note',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data.source !== undefined) {
                        if (
                          !validate233(data.source, {
                            instancePath: instancePath + '/source',
                            parentData: data,
                            parentDataProperty: 'source',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
                          errors = vErrors.length
                        }
                      }
                    } else {
                      const err43 = {
                        instancePath,
                        schemaPath: '#/then/else/else/else/else/else/else/else/then/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        schema: schema60.then.else.else.else.else.else.else.else.then.type,
                        parentSchema: schema60.then.else.else.else.else.else.else.else.then,
                        data,
                      }
                      if (vErrors === null) {
                        vErrors = [err43]
                      } else {
                        vErrors.push(err43)
                      }
                      errors++
                    }
                    var _valid8 = _errs95 === errors
                    valid26 = _valid8
                    ifClause7 = 'then'
                  } else {
                    const _errs107 = errors
                    if (!validate360(data, { instancePath, parentData, parentDataProperty, rootData })) {
                      vErrors = vErrors === null ? validate360.errors : vErrors.concat(validate360.errors)
                      errors = vErrors.length
                    }
                    var _valid8 = _errs107 === errors
                    valid26 = _valid8
                    ifClause7 = 'else'
                  }
                  if (!valid26) {
                    const err44 = {
                      instancePath,
                      schemaPath: '#/then/else/else/else/else/else/else/else/if',
                      keyword: 'if',
                      params: { failingKeyword: ifClause7 },
                      schema: schema60.then.else.else.else.else.else.else.else.if,
                      parentSchema: schema60.then.else.else.else.else.else.else.else,
                      data,
                    }
                    if (vErrors === null) {
                      vErrors = [err44]
                    } else {
                      vErrors.push(err44)
                    }
                    errors++
                  }
                  var _valid7 = _errs92 === errors
                  valid23 = _valid7
                  ifClause6 = 'else'
                }
                if (!valid23) {
                  const err45 = {
                    instancePath,
                    schemaPath: '#/then/else/else/else/else/else/else/if',
                    keyword: 'if',
                    params: { failingKeyword: ifClause6 },
                    schema: schema60.then.else.else.else.else.else.else.if,
                    parentSchema: schema60.then.else.else.else.else.else.else,
                    data,
                  }
                  if (vErrors === null) {
                    vErrors = [err45]
                  } else {
                    vErrors.push(err45)
                  }
                  errors++
                }
                var _valid6 = _errs74 === errors
                valid20 = _valid6
                ifClause5 = 'else'
              }
              if (!valid20) {
                const err46 = {
                  instancePath,
                  schemaPath: '#/then/else/else/else/else/else/if',
                  keyword: 'if',
                  params: { failingKeyword: ifClause5 },
                  schema: schema60.then.else.else.else.else.else.if,
                  parentSchema: schema60.then.else.else.else.else.else,
                  data,
                }
                if (vErrors === null) {
                  vErrors = [err46]
                } else {
                  vErrors.push(err46)
                }
                errors++
              }
              var _valid5 = _errs58 === errors
              valid16 = _valid5
              ifClause4 = 'else'
            }
            if (!valid16) {
              const err47 = {
                instancePath,
                schemaPath: '#/then/else/else/else/else/if',
                keyword: 'if',
                params: { failingKeyword: ifClause4 },
                schema: schema60.then.else.else.else.else.if,
                parentSchema: schema60.then.else.else.else.else,
                data,
              }
              if (vErrors === null) {
                vErrors = [err47]
              } else {
                vErrors.push(err47)
              }
              errors++
            }
            var _valid4 = _errs47 === errors
            valid12 = _valid4
            ifClause3 = 'else'
          }
          if (!valid12) {
            const err48 = {
              instancePath,
              schemaPath: '#/then/else/else/else/if',
              keyword: 'if',
              params: { failingKeyword: ifClause3 },
              schema: schema60.then.else.else.else.if,
              parentSchema: schema60.then.else.else.else,
              data,
            }
            if (vErrors === null) {
              vErrors = [err48]
            } else {
              vErrors.push(err48)
            }
            errors++
          }
          var _valid3 = _errs36 === errors
          valid8 = _valid3
          ifClause2 = 'else'
        }
        if (!valid8) {
          const err49 = {
            instancePath,
            schemaPath: '#/then/else/else/if',
            keyword: 'if',
            params: { failingKeyword: ifClause2 },
            schema: schema60.then.else.else.if,
            parentSchema: schema60.then.else.else,
            data,
          }
          if (vErrors === null) {
            vErrors = [err49]
          } else {
            vErrors.push(err49)
          }
          errors++
        }
        var _valid2 = _errs25 === errors
        valid5 = _valid2
        ifClause1 = 'else'
      }
      if (!valid5) {
        const err50 = {
          instancePath,
          schemaPath: '#/then/else/if',
          keyword: 'if',
          params: { failingKeyword: ifClause1 },
          schema: schema60.then.else.if,
          parentSchema: schema60.then.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err50]
        } else {
          vErrors.push(err50)
        }
        errors++
      }
      var _valid1 = _errs15 === errors
      valid1 = _valid1
      ifClause0 = 'else'
    }
    if (!valid1) {
      const err51 = {
        instancePath,
        schemaPath: '#/then/if',
        keyword: 'if',
        params: { failingKeyword: ifClause0 },
        schema: schema60.then.if,
        parentSchema: schema60.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err51]
      } else {
        vErrors.push(err51)
      }
      errors++
    }
    var _valid0 = _errs4 === errors
    valid0 = _valid0
  }
  if (!valid0) {
    const err52 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema60.if,
      parentSchema: schema60,
      data,
    }
    if (vErrors === null) {
      vErrors = [err52]
    } else {
      vErrors.push(err52)
    }
    errors++
  }
  validate236.errors = vErrors
  return errors === 0
}
function validate235(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (Array.isArray(data)) {
    const len0 = data.length
    for (let i0 = 0; i0 < len0; i0++) {
      if (
        !validate236(data[i0], {
          instancePath: instancePath + '/' + i0,
          parentData: data,
          parentDataProperty: i0,
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate236.errors : vErrors.concat(validate236.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'array' },
      schema: schema59.type,
      parentSchema: schema59,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate235.errors = vErrors
  return errors === 0
}
const schema85 = {
  type: 'object',
  propertyNames: { $ref: 'common.schema.json#/definitions/id' },
  additionalProperties: { $ref: 'common.schema.json#/definitions/rule' },
}
function validate386(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate386.errors = vErrors
  return errors === 0
}
const schema87 = {
  type: 'object',
  properties: {
    within: {
      type: 'object',
      properties: {
        limit: { allOf: [{ $ref: 'common.schema.json#/definitions/duration' }] },
        after: { $ref: 'common.schema.json#/definitions/target' },
        to: { $ref: 'common.schema.json#/definitions/target' },
        pair: { title: 'each、first 或 last · each, first or last', enum: ['each', 'first', 'last'] },
        unless: { type: 'array', items: { $ref: 'common.schema.json#/definitions/event' } },
        calendar: {},
        limits: {},
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['limit', 'after', 'to'],
    },
    says: { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
    'never-says': { allOf: [{ $ref: 'common.schema.json#/definitions/lexiconRef' }] },
    records: {
      type: 'object',
      properties: {
        on: { $ref: 'common.schema.json#/definitions/target' },
        attributes: { type: 'array', items: { $ref: 'common.schema.json#/definitions/attribute' }, minItems: 1 },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['on', 'attributes'],
    },
    precedence: {
      type: 'object',
      properties: {
        before: { $ref: 'common.schema.json#/definitions/target' },
        then: { $ref: 'common.schema.json#/definitions/target' },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['before', 'then'],
    },
    response: {
      type: 'object',
      properties: {
        after: { $ref: 'common.schema.json#/definitions/target' },
        then: { $ref: 'common.schema.json#/definitions/target' },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['after', 'then'],
    },
    'known-before': {
      type: 'object',
      properties: {
        known: { $ref: 'common.schema.json#/definitions/known' },
        before: { $ref: 'common.schema.json#/definitions/target' },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      required: ['known', 'before'],
    },
    check: { allOf: [{ $ref: 'common.schema.json#/definitions/cel' }] },
    'four-eyes': {},
    'same-person': {},
    existence: {},
    absence: {},
    succession: {},
    'chain-response': {},
    'chain-precedence': {},
    'chain-succession': {},
    'not-response': {},
    'not-precedence': {},
    'not-succession': {},
    'not-coexistence': {},
    'hand-over': {},
    'no-pii': {},
    'turn-taking': {},
    target: {},
    'not-asked-again': {},
    applies: { allOf: [{ $ref: 'common.schema.json#/definitions/cel' }] },
    critical: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
    severity: { $ref: 'common.schema.json#/definitions/severity' },
    speaker: { allOf: [{ $ref: 'common.schema.json#/definitions/roles' }] },
    scope: { allOf: [{ $ref: 'common.schema.json#/definitions/ruleScope' }] },
    title: { $ref: 'common.schema.json#/definitions/text' },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  title: '规则 · a rule',
  oneOf: [
    { required: ['within'] },
    { required: ['says'] },
    { required: ['never-says'] },
    { required: ['records'] },
    { required: ['precedence'] },
    { required: ['response'] },
    { required: ['known-before'] },
    { required: ['check'] },
    { required: ['four-eyes'] },
    { required: ['same-person'] },
    { required: ['existence'] },
    { required: ['absence'] },
    { required: ['succession'] },
    { required: ['chain-response'] },
    { required: ['chain-precedence'] },
    { required: ['chain-succession'] },
    { required: ['not-response'] },
    { required: ['not-precedence'] },
    { required: ['not-succession'] },
    { required: ['not-coexistence'] },
    { required: ['hand-over'] },
    { required: ['no-pii'] },
    { required: ['turn-taking'] },
    { required: ['target'] },
    { required: ['not-asked-again'] },
  ],
}
function validate389(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.from === undefined) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'from' },
          schema: schema18.then.required,
          parentSchema: schema18.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'from' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema18.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.from !== undefined) {
        let data0 = data.from
        if (typeof data0 === 'string') {
          if (!pattern7.test(data0)) {
            const err3 = {
              instancePath: instancePath + '/from',
              schemaPath: '#/then/properties/from/pattern',
              keyword: 'pattern',
              params: { pattern: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$' },
              schema: '^[^\\s*/]+\\.[a-z][A-Za-z0-9]*$',
              parentSchema: schema18.then.properties.from,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
        } else {
          const err4 = {
            instancePath: instancePath + '/from',
            schemaPath: '#/then/properties/from/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema18.then.properties.from.type,
            parentSchema: schema18.then.properties.from,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err4]
          } else {
            vErrors.push(err4)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate34(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate36(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema18.then.type,
        parentSchema: schema18.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs10 = errors
    if (typeof data === 'string') {
      if (!pattern8.test(data)) {
        const err6 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: {
            pattern:
              '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          },
          schema:
            '^(\\d+(\\.\\d+)? (ms|s|min|h|days?|weeks?|months?|years?|rings?|workdays?)|[a-z][a-z0-9]*(-[a-z0-9]+)*)$',
          parentSchema: schema18.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err6]
        } else {
          vErrors.push(err6)
        }
        errors++
      }
    } else {
      const err7 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema18.else.type,
        parentSchema: schema18.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err7]
      } else {
        vErrors.push(err7)
      }
      errors++
    }
    var _valid0 = _errs10 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err8 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema18.if,
      parentSchema: schema18,
      data,
    }
    if (vErrors === null) {
      vErrors = [err8]
    } else {
      vErrors.push(err8)
    }
    errors++
  }
  validate389.errors = vErrors
  return errors === 0
}
function validate393(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (!validate239(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
      errors = vErrors.length
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs4 = errors
    if (typeof data === 'string') {
      if (!pattern28.test(data)) {
        const err1 = {
          instancePath,
          schemaPath: '#/else/pattern',
          keyword: 'pattern',
          params: { pattern: '^\\S(.*\\S)?$' },
          schema: '^\\S(.*\\S)?$',
          parentSchema: schema81.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    } else {
      const err2 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema81.else.type,
        parentSchema: schema81.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    var _valid0 = _errs4 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema81.if,
      parentSchema: schema81,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate393.errors = vErrors
  return errors === 0
}
const schema90 = {
  if: { type: 'object', required: ['all'] },
  then: {
    type: 'object',
    properties: {
      all: { type: 'array', items: { $ref: 'common.schema.json#/definitions/known' }, minItems: 1 },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
  },
  else: {
    if: { type: 'object', required: ['any'] },
    then: {
      type: 'object',
      properties: {
        any: { type: 'array', items: { $ref: 'common.schema.json#/definitions/known' }, minItems: 1 },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
    else: {
      if: { type: 'object' },
      then: { $ref: 'common.schema.json#/definitions/proof' },
      else: {
        title: '属性名、凭据、{all: […]} 或 {any: […]} · an attribute, a proof, {all: […]} or {any: […]}',
        type: 'string',
        pattern: '^[a-z][A-Za-z0-9]*$',
      },
    },
  },
}
const wrapper8 = { validate: validate414 }
function validate414(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (errors === _errs1) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0
      if (data.all === undefined && (missing0 = 'all')) {
        const err0 = {}
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    } else {
      const err1 = {}
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        if (!(key0 === 'all' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema90.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.all !== undefined) {
        let data0 = data.all
        if (Array.isArray(data0)) {
          if (data0.length < 1) {
            const err3 = {
              instancePath: instancePath + '/all',
              schemaPath: '#/then/properties/all/minItems',
              keyword: 'minItems',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema90.then.properties.all,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err3]
            } else {
              vErrors.push(err3)
            }
            errors++
          }
          const len0 = data0.length
          for (let i0 = 0; i0 < len0; i0++) {
            if (
              !wrapper8.validate(data0[i0], {
                instancePath: instancePath + '/all/' + i0,
                parentData: data0,
                parentDataProperty: i0,
                rootData,
              })
            ) {
              vErrors = vErrors === null ? wrapper8.validate.errors : vErrors.concat(wrapper8.validate.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err4 = {
            instancePath: instancePath + '/all',
            schemaPath: '#/then/properties/all/type',
            keyword: 'type',
            params: { type: 'array' },
            schema: schema90.then.properties.all.type,
            parentSchema: schema90.then.properties.all,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err4]
          } else {
            vErrors.push(err4)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate34(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate36(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema90.then.type,
        parentSchema: schema90.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs11 = errors
    const _errs12 = errors
    let valid4 = true
    const _errs13 = errors
    if (errors === _errs13) {
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing1
        if (data.any === undefined && (missing1 = 'any')) {
          const err6 = {}
          if (vErrors === null) {
            vErrors = [err6]
          } else {
            vErrors.push(err6)
          }
          errors++
        }
      } else {
        const err7 = {}
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
    }
    var _valid1 = _errs13 === errors
    errors = _errs12
    if (vErrors !== null) {
      if (_errs12) {
        vErrors.length = _errs12
      } else {
        vErrors = null
      }
    }
    let ifClause1
    if (_valid1) {
      const _errs15 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        for (const key1 in data) {
          if (!(key1 === 'any' || key1 === 'note' || key1 === 'source' || pattern0.test(key1))) {
            const err8 = {
              instancePath,
              schemaPath: '#/else/then/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              schema: false,
              parentSchema: schema90.else.then,
              data,
            }
            if (vErrors === null) {
              vErrors = [err8]
            } else {
              vErrors.push(err8)
            }
            errors++
          }
        }
        if (data.any !== undefined) {
          let data4 = data.any
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              const err9 = {
                instancePath: instancePath + '/any',
                schemaPath: '#/else/then/properties/any/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema90.else.then.properties.any,
                data: data4,
              }
              if (vErrors === null) {
                vErrors = [err9]
              } else {
                vErrors.push(err9)
              }
              errors++
            }
            const len1 = data4.length
            for (let i1 = 0; i1 < len1; i1++) {
              if (
                !wrapper8.validate(data4[i1], {
                  instancePath: instancePath + '/any/' + i1,
                  parentData: data4,
                  parentDataProperty: i1,
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? wrapper8.validate.errors : vErrors.concat(wrapper8.validate.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err10 = {
              instancePath: instancePath + '/any',
              schemaPath: '#/else/then/properties/any/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema90.else.then.properties.any.type,
              parentSchema: schema90.else.then.properties.any,
              data: data4,
            }
            if (vErrors === null) {
              vErrors = [err10]
            } else {
              vErrors.push(err10)
            }
            errors++
          }
        }
        if (data.note !== undefined) {
          if (
            !validate34(data.note, {
              instancePath: instancePath + '/note',
              parentData: data,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
            errors = vErrors.length
          }
        }
        if (data.source !== undefined) {
          if (
            !validate36(data.source, {
              instancePath: instancePath + '/source',
              parentData: data,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err11 = {
          instancePath,
          schemaPath: '#/else/then/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema90.else.then.type,
          parentSchema: schema90.else.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err11]
        } else {
          vErrors.push(err11)
        }
        errors++
      }
      var _valid1 = _errs15 === errors
      valid4 = _valid1
      ifClause1 = 'then'
    } else {
      const _errs23 = errors
      const _errs24 = errors
      let valid8 = true
      const _errs25 = errors
      if (!(data && typeof data == 'object' && !Array.isArray(data))) {
        const err12 = {}
        if (vErrors === null) {
          vErrors = [err12]
        } else {
          vErrors.push(err12)
        }
        errors++
      }
      var _valid2 = _errs25 === errors
      errors = _errs24
      if (vErrors !== null) {
        if (_errs24) {
          vErrors.length = _errs24
        } else {
          vErrors = null
        }
      }
      let ifClause2
      if (_valid2) {
        const _errs27 = errors
        if (!validate239(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors)
          errors = vErrors.length
        }
        var _valid2 = _errs27 === errors
        valid8 = _valid2
        ifClause2 = 'then'
      } else {
        const _errs28 = errors
        if (typeof data === 'string') {
          if (!pattern27.test(data)) {
            const err13 = {
              instancePath,
              schemaPath: '#/else/else/else/pattern',
              keyword: 'pattern',
              params: { pattern: '^[a-z][A-Za-z0-9]*$' },
              schema: '^[a-z][A-Za-z0-9]*$',
              parentSchema: schema90.else.else.else,
              data,
            }
            if (vErrors === null) {
              vErrors = [err13]
            } else {
              vErrors.push(err13)
            }
            errors++
          }
        } else {
          const err14 = {
            instancePath,
            schemaPath: '#/else/else/else/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema90.else.else.else.type,
            parentSchema: schema90.else.else.else,
            data,
          }
          if (vErrors === null) {
            vErrors = [err14]
          } else {
            vErrors.push(err14)
          }
          errors++
        }
        var _valid2 = _errs28 === errors
        valid8 = _valid2
        ifClause2 = 'else'
      }
      if (!valid8) {
        const err15 = {
          instancePath,
          schemaPath: '#/else/else/if',
          keyword: 'if',
          params: { failingKeyword: ifClause2 },
          schema: schema90.else.else.if,
          parentSchema: schema90.else.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err15]
        } else {
          vErrors.push(err15)
        }
        errors++
      }
      var _valid1 = _errs23 === errors
      valid4 = _valid1
      ifClause1 = 'else'
    }
    if (!valid4) {
      const err16 = {
        instancePath,
        schemaPath: '#/else/if',
        keyword: 'if',
        params: { failingKeyword: ifClause1 },
        schema: schema90.else.if,
        parentSchema: schema90.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err16]
      } else {
        vErrors.push(err16)
      }
      errors++
    }
    var _valid0 = _errs11 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err17 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema90.if,
      parentSchema: schema90,
      data,
    }
    if (vErrors === null) {
      vErrors = [err17]
    } else {
      vErrors.push(err17)
    }
    errors++
  }
  validate414.errors = vErrors
  return errors === 0
}
const schema91 = { title: 'error、warning 或 info · error, warning or info', enum: ['error', 'warning', 'info'] }
function validate427(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(data === 'error' || data === 'warning' || data === 'info')) {
    const err0 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema91.enum },
      schema: schema91.enum,
      parentSchema: schema91,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate427.errors = vErrors
  return errors === 0
}
function validate430(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (!(data === 'interaction' || data === 'contact')) {
    const err0 = {
      instancePath,
      schemaPath: '#/enum',
      keyword: 'enum',
      params: { allowedValues: schema83.enum },
      schema: schema83.enum,
      parentSchema: schema83,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate430.errors = vErrors
  return errors === 0
}
function validate388(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  let valid0 = false
  let passing0 = null
  const _errs2 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.within === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/oneOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'within' },
        schema: schema87.oneOf[0].required,
        parentSchema: schema87.oneOf[0],
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  }
  var _valid0 = _errs2 === errors
  if (_valid0) {
    valid0 = true
    passing0 = 0
  }
  const _errs3 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.says === undefined) {
      const err1 = {
        instancePath,
        schemaPath: '#/oneOf/1/required',
        keyword: 'required',
        params: { missingProperty: 'says' },
        schema: schema87.oneOf[1].required,
        parentSchema: schema87.oneOf[1],
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  }
  var _valid0 = _errs3 === errors
  if (_valid0 && valid0) {
    valid0 = false
    passing0 = [passing0, 1]
  } else {
    if (_valid0) {
      valid0 = true
      passing0 = 1
    }
    const _errs4 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data['never-says'] === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/oneOf/2/required',
          keyword: 'required',
          params: { missingProperty: 'never-says' },
          schema: schema87.oneOf[2].required,
          parentSchema: schema87.oneOf[2],
          data,
        }
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
    }
    var _valid0 = _errs4 === errors
    if (_valid0 && valid0) {
      valid0 = false
      passing0 = [passing0, 2]
    } else {
      if (_valid0) {
        valid0 = true
        passing0 = 2
      }
      const _errs5 = errors
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.records === undefined) {
          const err3 = {
            instancePath,
            schemaPath: '#/oneOf/3/required',
            keyword: 'required',
            params: { missingProperty: 'records' },
            schema: schema87.oneOf[3].required,
            parentSchema: schema87.oneOf[3],
            data,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
      var _valid0 = _errs5 === errors
      if (_valid0 && valid0) {
        valid0 = false
        passing0 = [passing0, 3]
      } else {
        if (_valid0) {
          valid0 = true
          passing0 = 3
        }
        const _errs6 = errors
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.precedence === undefined) {
            const err4 = {
              instancePath,
              schemaPath: '#/oneOf/4/required',
              keyword: 'required',
              params: { missingProperty: 'precedence' },
              schema: schema87.oneOf[4].required,
              parentSchema: schema87.oneOf[4],
              data,
            }
            if (vErrors === null) {
              vErrors = [err4]
            } else {
              vErrors.push(err4)
            }
            errors++
          }
        }
        var _valid0 = _errs6 === errors
        if (_valid0 && valid0) {
          valid0 = false
          passing0 = [passing0, 4]
        } else {
          if (_valid0) {
            valid0 = true
            passing0 = 4
          }
          const _errs7 = errors
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.response === undefined) {
              const err5 = {
                instancePath,
                schemaPath: '#/oneOf/5/required',
                keyword: 'required',
                params: { missingProperty: 'response' },
                schema: schema87.oneOf[5].required,
                parentSchema: schema87.oneOf[5],
                data,
              }
              if (vErrors === null) {
                vErrors = [err5]
              } else {
                vErrors.push(err5)
              }
              errors++
            }
          }
          var _valid0 = _errs7 === errors
          if (_valid0 && valid0) {
            valid0 = false
            passing0 = [passing0, 5]
          } else {
            if (_valid0) {
              valid0 = true
              passing0 = 5
            }
            const _errs8 = errors
            if (data && typeof data == 'object' && !Array.isArray(data)) {
              if (data['known-before'] === undefined) {
                const err6 = {
                  instancePath,
                  schemaPath: '#/oneOf/6/required',
                  keyword: 'required',
                  params: { missingProperty: 'known-before' },
                  schema: schema87.oneOf[6].required,
                  parentSchema: schema87.oneOf[6],
                  data,
                }
                if (vErrors === null) {
                  vErrors = [err6]
                } else {
                  vErrors.push(err6)
                }
                errors++
              }
            }
            var _valid0 = _errs8 === errors
            if (_valid0 && valid0) {
              valid0 = false
              passing0 = [passing0, 6]
            } else {
              if (_valid0) {
                valid0 = true
                passing0 = 6
              }
              const _errs9 = errors
              if (data && typeof data == 'object' && !Array.isArray(data)) {
                if (data.check === undefined) {
                  const err7 = {
                    instancePath,
                    schemaPath: '#/oneOf/7/required',
                    keyword: 'required',
                    params: { missingProperty: 'check' },
                    schema: schema87.oneOf[7].required,
                    parentSchema: schema87.oneOf[7],
                    data,
                  }
                  if (vErrors === null) {
                    vErrors = [err7]
                  } else {
                    vErrors.push(err7)
                  }
                  errors++
                }
              }
              var _valid0 = _errs9 === errors
              if (_valid0 && valid0) {
                valid0 = false
                passing0 = [passing0, 7]
              } else {
                if (_valid0) {
                  valid0 = true
                  passing0 = 7
                }
                const _errs10 = errors
                if (data && typeof data == 'object' && !Array.isArray(data)) {
                  if (data['four-eyes'] === undefined) {
                    const err8 = {
                      instancePath,
                      schemaPath: '#/oneOf/8/required',
                      keyword: 'required',
                      params: { missingProperty: 'four-eyes' },
                      schema: schema87.oneOf[8].required,
                      parentSchema: schema87.oneOf[8],
                      data,
                    }
                    if (vErrors === null) {
                      vErrors = [err8]
                    } else {
                      vErrors.push(err8)
                    }
                    errors++
                  }
                }
                var _valid0 = _errs10 === errors
                if (_valid0 && valid0) {
                  valid0 = false
                  passing0 = [passing0, 8]
                } else {
                  if (_valid0) {
                    valid0 = true
                    passing0 = 8
                  }
                  const _errs11 = errors
                  if (data && typeof data == 'object' && !Array.isArray(data)) {
                    if (data['same-person'] === undefined) {
                      const err9 = {
                        instancePath,
                        schemaPath: '#/oneOf/9/required',
                        keyword: 'required',
                        params: { missingProperty: 'same-person' },
                        schema: schema87.oneOf[9].required,
                        parentSchema: schema87.oneOf[9],
                        data,
                      }
                      if (vErrors === null) {
                        vErrors = [err9]
                      } else {
                        vErrors.push(err9)
                      }
                      errors++
                    }
                  }
                  var _valid0 = _errs11 === errors
                  if (_valid0 && valid0) {
                    valid0 = false
                    passing0 = [passing0, 9]
                  } else {
                    if (_valid0) {
                      valid0 = true
                      passing0 = 9
                    }
                    const _errs12 = errors
                    if (data && typeof data == 'object' && !Array.isArray(data)) {
                      if (data.existence === undefined) {
                        const err10 = {
                          instancePath,
                          schemaPath: '#/oneOf/10/required',
                          keyword: 'required',
                          params: { missingProperty: 'existence' },
                          schema: schema87.oneOf[10].required,
                          parentSchema: schema87.oneOf[10],
                          data,
                        }
                        if (vErrors === null) {
                          vErrors = [err10]
                        } else {
                          vErrors.push(err10)
                        }
                        errors++
                      }
                    }
                    var _valid0 = _errs12 === errors
                    if (_valid0 && valid0) {
                      valid0 = false
                      passing0 = [passing0, 10]
                    } else {
                      if (_valid0) {
                        valid0 = true
                        passing0 = 10
                      }
                      const _errs13 = errors
                      if (data && typeof data == 'object' && !Array.isArray(data)) {
                        if (data.absence === undefined) {
                          const err11 = {
                            instancePath,
                            schemaPath: '#/oneOf/11/required',
                            keyword: 'required',
                            params: { missingProperty: 'absence' },
                            schema: schema87.oneOf[11].required,
                            parentSchema: schema87.oneOf[11],
                            data,
                          }
                          if (vErrors === null) {
                            vErrors = [err11]
                          } else {
                            vErrors.push(err11)
                          }
                          errors++
                        }
                      }
                      var _valid0 = _errs13 === errors
                      if (_valid0 && valid0) {
                        valid0 = false
                        passing0 = [passing0, 11]
                      } else {
                        if (_valid0) {
                          valid0 = true
                          passing0 = 11
                        }
                        const _errs14 = errors
                        if (data && typeof data == 'object' && !Array.isArray(data)) {
                          if (data.succession === undefined) {
                            const err12 = {
                              instancePath,
                              schemaPath: '#/oneOf/12/required',
                              keyword: 'required',
                              params: { missingProperty: 'succession' },
                              schema: schema87.oneOf[12].required,
                              parentSchema: schema87.oneOf[12],
                              data,
                            }
                            if (vErrors === null) {
                              vErrors = [err12]
                            } else {
                              vErrors.push(err12)
                            }
                            errors++
                          }
                        }
                        var _valid0 = _errs14 === errors
                        if (_valid0 && valid0) {
                          valid0 = false
                          passing0 = [passing0, 12]
                        } else {
                          if (_valid0) {
                            valid0 = true
                            passing0 = 12
                          }
                          const _errs15 = errors
                          if (data && typeof data == 'object' && !Array.isArray(data)) {
                            if (data['chain-response'] === undefined) {
                              const err13 = {
                                instancePath,
                                schemaPath: '#/oneOf/13/required',
                                keyword: 'required',
                                params: { missingProperty: 'chain-response' },
                                schema: schema87.oneOf[13].required,
                                parentSchema: schema87.oneOf[13],
                                data,
                              }
                              if (vErrors === null) {
                                vErrors = [err13]
                              } else {
                                vErrors.push(err13)
                              }
                              errors++
                            }
                          }
                          var _valid0 = _errs15 === errors
                          if (_valid0 && valid0) {
                            valid0 = false
                            passing0 = [passing0, 13]
                          } else {
                            if (_valid0) {
                              valid0 = true
                              passing0 = 13
                            }
                            const _errs16 = errors
                            if (data && typeof data == 'object' && !Array.isArray(data)) {
                              if (data['chain-precedence'] === undefined) {
                                const err14 = {
                                  instancePath,
                                  schemaPath: '#/oneOf/14/required',
                                  keyword: 'required',
                                  params: { missingProperty: 'chain-precedence' },
                                  schema: schema87.oneOf[14].required,
                                  parentSchema: schema87.oneOf[14],
                                  data,
                                }
                                if (vErrors === null) {
                                  vErrors = [err14]
                                } else {
                                  vErrors.push(err14)
                                }
                                errors++
                              }
                            }
                            var _valid0 = _errs16 === errors
                            if (_valid0 && valid0) {
                              valid0 = false
                              passing0 = [passing0, 14]
                            } else {
                              if (_valid0) {
                                valid0 = true
                                passing0 = 14
                              }
                              const _errs17 = errors
                              if (data && typeof data == 'object' && !Array.isArray(data)) {
                                if (data['chain-succession'] === undefined) {
                                  const err15 = {
                                    instancePath,
                                    schemaPath: '#/oneOf/15/required',
                                    keyword: 'required',
                                    params: { missingProperty: 'chain-succession' },
                                    schema: schema87.oneOf[15].required,
                                    parentSchema: schema87.oneOf[15],
                                    data,
                                  }
                                  if (vErrors === null) {
                                    vErrors = [err15]
                                  } else {
                                    vErrors.push(err15)
                                  }
                                  errors++
                                }
                              }
                              var _valid0 = _errs17 === errors
                              if (_valid0 && valid0) {
                                valid0 = false
                                passing0 = [passing0, 15]
                              } else {
                                if (_valid0) {
                                  valid0 = true
                                  passing0 = 15
                                }
                                const _errs18 = errors
                                if (data && typeof data == 'object' && !Array.isArray(data)) {
                                  if (data['not-response'] === undefined) {
                                    const err16 = {
                                      instancePath,
                                      schemaPath: '#/oneOf/16/required',
                                      keyword: 'required',
                                      params: { missingProperty: 'not-response' },
                                      schema: schema87.oneOf[16].required,
                                      parentSchema: schema87.oneOf[16],
                                      data,
                                    }
                                    if (vErrors === null) {
                                      vErrors = [err16]
                                    } else {
                                      vErrors.push(err16)
                                    }
                                    errors++
                                  }
                                }
                                var _valid0 = _errs18 === errors
                                if (_valid0 && valid0) {
                                  valid0 = false
                                  passing0 = [passing0, 16]
                                } else {
                                  if (_valid0) {
                                    valid0 = true
                                    passing0 = 16
                                  }
                                  const _errs19 = errors
                                  if (data && typeof data == 'object' && !Array.isArray(data)) {
                                    if (data['not-precedence'] === undefined) {
                                      const err17 = {
                                        instancePath,
                                        schemaPath: '#/oneOf/17/required',
                                        keyword: 'required',
                                        params: { missingProperty: 'not-precedence' },
                                        schema: schema87.oneOf[17].required,
                                        parentSchema: schema87.oneOf[17],
                                        data,
                                      }
                                      if (vErrors === null) {
                                        vErrors = [err17]
                                      } else {
                                        vErrors.push(err17)
                                      }
                                      errors++
                                    }
                                  }
                                  var _valid0 = _errs19 === errors
                                  if (_valid0 && valid0) {
                                    valid0 = false
                                    passing0 = [passing0, 17]
                                  } else {
                                    if (_valid0) {
                                      valid0 = true
                                      passing0 = 17
                                    }
                                    const _errs20 = errors
                                    if (data && typeof data == 'object' && !Array.isArray(data)) {
                                      if (data['not-succession'] === undefined) {
                                        const err18 = {
                                          instancePath,
                                          schemaPath: '#/oneOf/18/required',
                                          keyword: 'required',
                                          params: { missingProperty: 'not-succession' },
                                          schema: schema87.oneOf[18].required,
                                          parentSchema: schema87.oneOf[18],
                                          data,
                                        }
                                        if (vErrors === null) {
                                          vErrors = [err18]
                                        } else {
                                          vErrors.push(err18)
                                        }
                                        errors++
                                      }
                                    }
                                    var _valid0 = _errs20 === errors
                                    if (_valid0 && valid0) {
                                      valid0 = false
                                      passing0 = [passing0, 18]
                                    } else {
                                      if (_valid0) {
                                        valid0 = true
                                        passing0 = 18
                                      }
                                      const _errs21 = errors
                                      if (data && typeof data == 'object' && !Array.isArray(data)) {
                                        if (data['not-coexistence'] === undefined) {
                                          const err19 = {
                                            instancePath,
                                            schemaPath: '#/oneOf/19/required',
                                            keyword: 'required',
                                            params: { missingProperty: 'not-coexistence' },
                                            schema: schema87.oneOf[19].required,
                                            parentSchema: schema87.oneOf[19],
                                            data,
                                          }
                                          if (vErrors === null) {
                                            vErrors = [err19]
                                          } else {
                                            vErrors.push(err19)
                                          }
                                          errors++
                                        }
                                      }
                                      var _valid0 = _errs21 === errors
                                      if (_valid0 && valid0) {
                                        valid0 = false
                                        passing0 = [passing0, 19]
                                      } else {
                                        if (_valid0) {
                                          valid0 = true
                                          passing0 = 19
                                        }
                                        const _errs22 = errors
                                        if (data && typeof data == 'object' && !Array.isArray(data)) {
                                          if (data['hand-over'] === undefined) {
                                            const err20 = {
                                              instancePath,
                                              schemaPath: '#/oneOf/20/required',
                                              keyword: 'required',
                                              params: { missingProperty: 'hand-over' },
                                              schema: schema87.oneOf[20].required,
                                              parentSchema: schema87.oneOf[20],
                                              data,
                                            }
                                            if (vErrors === null) {
                                              vErrors = [err20]
                                            } else {
                                              vErrors.push(err20)
                                            }
                                            errors++
                                          }
                                        }
                                        var _valid0 = _errs22 === errors
                                        if (_valid0 && valid0) {
                                          valid0 = false
                                          passing0 = [passing0, 20]
                                        } else {
                                          if (_valid0) {
                                            valid0 = true
                                            passing0 = 20
                                          }
                                          const _errs23 = errors
                                          if (data && typeof data == 'object' && !Array.isArray(data)) {
                                            if (data['no-pii'] === undefined) {
                                              const err21 = {
                                                instancePath,
                                                schemaPath: '#/oneOf/21/required',
                                                keyword: 'required',
                                                params: { missingProperty: 'no-pii' },
                                                schema: schema87.oneOf[21].required,
                                                parentSchema: schema87.oneOf[21],
                                                data,
                                              }
                                              if (vErrors === null) {
                                                vErrors = [err21]
                                              } else {
                                                vErrors.push(err21)
                                              }
                                              errors++
                                            }
                                          }
                                          var _valid0 = _errs23 === errors
                                          if (_valid0 && valid0) {
                                            valid0 = false
                                            passing0 = [passing0, 21]
                                          } else {
                                            if (_valid0) {
                                              valid0 = true
                                              passing0 = 21
                                            }
                                            const _errs24 = errors
                                            if (data && typeof data == 'object' && !Array.isArray(data)) {
                                              if (data['turn-taking'] === undefined) {
                                                const err22 = {
                                                  instancePath,
                                                  schemaPath: '#/oneOf/22/required',
                                                  keyword: 'required',
                                                  params: { missingProperty: 'turn-taking' },
                                                  schema: schema87.oneOf[22].required,
                                                  parentSchema: schema87.oneOf[22],
                                                  data,
                                                }
                                                if (vErrors === null) {
                                                  vErrors = [err22]
                                                } else {
                                                  vErrors.push(err22)
                                                }
                                                errors++
                                              }
                                            }
                                            var _valid0 = _errs24 === errors
                                            if (_valid0 && valid0) {
                                              valid0 = false
                                              passing0 = [passing0, 22]
                                            } else {
                                              if (_valid0) {
                                                valid0 = true
                                                passing0 = 22
                                              }
                                              const _errs25 = errors
                                              if (data && typeof data == 'object' && !Array.isArray(data)) {
                                                if (data.target === undefined) {
                                                  const err23 = {
                                                    instancePath,
                                                    schemaPath: '#/oneOf/23/required',
                                                    keyword: 'required',
                                                    params: { missingProperty: 'target' },
                                                    schema: schema87.oneOf[23].required,
                                                    parentSchema: schema87.oneOf[23],
                                                    data,
                                                  }
                                                  if (vErrors === null) {
                                                    vErrors = [err23]
                                                  } else {
                                                    vErrors.push(err23)
                                                  }
                                                  errors++
                                                }
                                              }
                                              var _valid0 = _errs25 === errors
                                              if (_valid0 && valid0) {
                                                valid0 = false
                                                passing0 = [passing0, 23]
                                              } else {
                                                if (_valid0) {
                                                  valid0 = true
                                                  passing0 = 23
                                                }
                                                const _errs26 = errors
                                                if (data && typeof data == 'object' && !Array.isArray(data)) {
                                                  if (data['not-asked-again'] === undefined) {
                                                    const err24 = {
                                                      instancePath,
                                                      schemaPath: '#/oneOf/24/required',
                                                      keyword: 'required',
                                                      params: { missingProperty: 'not-asked-again' },
                                                      schema: schema87.oneOf[24].required,
                                                      parentSchema: schema87.oneOf[24],
                                                      data,
                                                    }
                                                    if (vErrors === null) {
                                                      vErrors = [err24]
                                                    } else {
                                                      vErrors.push(err24)
                                                    }
                                                    errors++
                                                  }
                                                }
                                                var _valid0 = _errs26 === errors
                                                if (_valid0 && valid0) {
                                                  valid0 = false
                                                  passing0 = [passing0, 24]
                                                } else {
                                                  if (_valid0) {
                                                    valid0 = true
                                                    passing0 = 24
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    const err25 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      schema: schema87.oneOf,
      parentSchema: schema87,
      data,
    }
    if (vErrors === null) {
      vErrors = [err25]
    } else {
      vErrors.push(err25)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(func2.call(schema87.properties, key0) || pattern0.test(key0))) {
        const err26 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema87,
          data,
        }
        if (vErrors === null) {
          vErrors = [err26]
        } else {
          vErrors.push(err26)
        }
        errors++
      }
    }
    if (data.within !== undefined) {
      let data0 = data.within
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.limit === undefined) {
          const err27 = {
            instancePath: instancePath + '/within',
            schemaPath: '#/properties/within/required',
            keyword: 'required',
            params: { missingProperty: 'limit' },
            schema: schema87.properties.within.required,
            parentSchema: schema87.properties.within,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err27]
          } else {
            vErrors.push(err27)
          }
          errors++
        }
        if (data0.after === undefined) {
          const err28 = {
            instancePath: instancePath + '/within',
            schemaPath: '#/properties/within/required',
            keyword: 'required',
            params: { missingProperty: 'after' },
            schema: schema87.properties.within.required,
            parentSchema: schema87.properties.within,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err28]
          } else {
            vErrors.push(err28)
          }
          errors++
        }
        if (data0.to === undefined) {
          const err29 = {
            instancePath: instancePath + '/within',
            schemaPath: '#/properties/within/required',
            keyword: 'required',
            params: { missingProperty: 'to' },
            schema: schema87.properties.within.required,
            parentSchema: schema87.properties.within,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err29]
          } else {
            vErrors.push(err29)
          }
          errors++
        }
        for (const key1 in data0) {
          if (!(func2.call(schema87.properties.within.properties, key1) || pattern0.test(key1))) {
            const err30 = {
              instancePath: instancePath + '/within',
              schemaPath: '#/properties/within/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              schema: false,
              parentSchema: schema87.properties.within,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err30]
            } else {
              vErrors.push(err30)
            }
            errors++
          }
        }
        if (data0.limit !== undefined) {
          if (
            !validate389(data0.limit, {
              instancePath: instancePath + '/within/limit',
              parentData: data0,
              parentDataProperty: 'limit',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate389.errors : vErrors.concat(validate389.errors)
            errors = vErrors.length
          }
        }
        if (data0.after !== undefined) {
          if (
            !validate393(data0.after, {
              instancePath: instancePath + '/within/after',
              parentData: data0,
              parentDataProperty: 'after',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data0.to !== undefined) {
          if (
            !validate393(data0.to, {
              instancePath: instancePath + '/within/to',
              parentData: data0,
              parentDataProperty: 'to',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data0.pair !== undefined) {
          let data4 = data0.pair
          if (!(data4 === 'each' || data4 === 'first' || data4 === 'last')) {
            const err31 = {
              instancePath: instancePath + '/within/pair',
              schemaPath: '#/properties/within/properties/pair/enum',
              keyword: 'enum',
              params: { allowedValues: schema87.properties.within.properties.pair.enum },
              schema: schema87.properties.within.properties.pair.enum,
              parentSchema: schema87.properties.within.properties.pair,
              data: data4,
            }
            if (vErrors === null) {
              vErrors = [err31]
            } else {
              vErrors.push(err31)
            }
            errors++
          }
        }
        if (data0.unless !== undefined) {
          let data5 = data0.unless
          if (Array.isArray(data5)) {
            const len0 = data5.length
            for (let i0 = 0; i0 < len0; i0++) {
              if (
                !validate242(data5[i0], {
                  instancePath: instancePath + '/within/unless/' + i0,
                  parentData: data5,
                  parentDataProperty: i0,
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err32 = {
              instancePath: instancePath + '/within/unless',
              schemaPath: '#/properties/within/properties/unless/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema87.properties.within.properties.unless.type,
              parentSchema: schema87.properties.within.properties.unless,
              data: data5,
            }
            if (vErrors === null) {
              vErrors = [err32]
            } else {
              vErrors.push(err32)
            }
            errors++
          }
        }
        if (data0.note !== undefined) {
          if (
            !validate34(data0.note, {
              instancePath: instancePath + '/within/note',
              parentData: data0,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
            errors = vErrors.length
          }
        }
        if (data0.source !== undefined) {
          if (
            !validate36(data0.source, {
              instancePath: instancePath + '/within/source',
              parentData: data0,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err33 = {
          instancePath: instancePath + '/within',
          schemaPath: '#/properties/within/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema87.properties.within.type,
          parentSchema: schema87.properties.within,
          data: data0,
        }
        if (vErrors === null) {
          vErrors = [err33]
        } else {
          vErrors.push(err33)
        }
        errors++
      }
    }
    if (data.says !== undefined) {
      if (
        !validate251(data.says, {
          instancePath: instancePath + '/says',
          parentData: data,
          parentDataProperty: 'says',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate251.errors : vErrors.concat(validate251.errors)
        errors = vErrors.length
      }
    }
    if (data['never-says'] !== undefined) {
      if (
        !validate251(data['never-says'], {
          instancePath: instancePath + '/never-says',
          parentData: data,
          parentDataProperty: 'never-says',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate251.errors : vErrors.concat(validate251.errors)
        errors = vErrors.length
      }
    }
    if (data.records !== undefined) {
      let data11 = data.records
      if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
        if (data11.on === undefined) {
          const err34 = {
            instancePath: instancePath + '/records',
            schemaPath: '#/properties/records/required',
            keyword: 'required',
            params: { missingProperty: 'on' },
            schema: schema87.properties.records.required,
            parentSchema: schema87.properties.records,
            data: data11,
          }
          if (vErrors === null) {
            vErrors = [err34]
          } else {
            vErrors.push(err34)
          }
          errors++
        }
        if (data11.attributes === undefined) {
          const err35 = {
            instancePath: instancePath + '/records',
            schemaPath: '#/properties/records/required',
            keyword: 'required',
            params: { missingProperty: 'attributes' },
            schema: schema87.properties.records.required,
            parentSchema: schema87.properties.records,
            data: data11,
          }
          if (vErrors === null) {
            vErrors = [err35]
          } else {
            vErrors.push(err35)
          }
          errors++
        }
        for (const key2 in data11) {
          if (!(
            key2 === 'on' ||
            key2 === 'attributes' ||
            key2 === 'note' ||
            key2 === 'source' ||
            pattern0.test(key2)
          )) {
            const err36 = {
              instancePath: instancePath + '/records',
              schemaPath: '#/properties/records/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key2 },
              schema: false,
              parentSchema: schema87.properties.records,
              data: data11,
            }
            if (vErrors === null) {
              vErrors = [err36]
            } else {
              vErrors.push(err36)
            }
            errors++
          }
        }
        if (data11.on !== undefined) {
          if (
            !validate393(data11.on, {
              instancePath: instancePath + '/records/on',
              parentData: data11,
              parentDataProperty: 'on',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data11.attributes !== undefined) {
          let data13 = data11.attributes
          if (Array.isArray(data13)) {
            if (data13.length < 1) {
              const err37 = {
                instancePath: instancePath + '/records/attributes',
                schemaPath: '#/properties/records/properties/attributes/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                schema: 1,
                parentSchema: schema87.properties.records.properties.attributes,
                data: data13,
              }
              if (vErrors === null) {
                vErrors = [err37]
              } else {
                vErrors.push(err37)
              }
              errors++
            }
            const len1 = data13.length
            for (let i1 = 0; i1 < len1; i1++) {
              if (
                !validate143(data13[i1], {
                  instancePath: instancePath + '/records/attributes/' + i1,
                  parentData: data13,
                  parentDataProperty: i1,
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors)
                errors = vErrors.length
              }
            }
          } else {
            const err38 = {
              instancePath: instancePath + '/records/attributes',
              schemaPath: '#/properties/records/properties/attributes/type',
              keyword: 'type',
              params: { type: 'array' },
              schema: schema87.properties.records.properties.attributes.type,
              parentSchema: schema87.properties.records.properties.attributes,
              data: data13,
            }
            if (vErrors === null) {
              vErrors = [err38]
            } else {
              vErrors.push(err38)
            }
            errors++
          }
        }
        if (data11.note !== undefined) {
          if (
            !validate34(data11.note, {
              instancePath: instancePath + '/records/note',
              parentData: data11,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
            errors = vErrors.length
          }
        }
        if (data11.source !== undefined) {
          if (
            !validate36(data11.source, {
              instancePath: instancePath + '/records/source',
              parentData: data11,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err39 = {
          instancePath: instancePath + '/records',
          schemaPath: '#/properties/records/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema87.properties.records.type,
          parentSchema: schema87.properties.records,
          data: data11,
        }
        if (vErrors === null) {
          vErrors = [err39]
        } else {
          vErrors.push(err39)
        }
        errors++
      }
    }
    if (data.precedence !== undefined) {
      let data17 = data.precedence
      if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
        if (data17.before === undefined) {
          const err40 = {
            instancePath: instancePath + '/precedence',
            schemaPath: '#/properties/precedence/required',
            keyword: 'required',
            params: { missingProperty: 'before' },
            schema: schema87.properties.precedence.required,
            parentSchema: schema87.properties.precedence,
            data: data17,
          }
          if (vErrors === null) {
            vErrors = [err40]
          } else {
            vErrors.push(err40)
          }
          errors++
        }
        if (data17.then === undefined) {
          const err41 = {
            instancePath: instancePath + '/precedence',
            schemaPath: '#/properties/precedence/required',
            keyword: 'required',
            params: { missingProperty: 'then' },
            schema: schema87.properties.precedence.required,
            parentSchema: schema87.properties.precedence,
            data: data17,
          }
          if (vErrors === null) {
            vErrors = [err41]
          } else {
            vErrors.push(err41)
          }
          errors++
        }
        for (const key3 in data17) {
          if (!(key3 === 'before' || key3 === 'then' || key3 === 'note' || key3 === 'source' || pattern0.test(key3))) {
            const err42 = {
              instancePath: instancePath + '/precedence',
              schemaPath: '#/properties/precedence/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key3 },
              schema: false,
              parentSchema: schema87.properties.precedence,
              data: data17,
            }
            if (vErrors === null) {
              vErrors = [err42]
            } else {
              vErrors.push(err42)
            }
            errors++
          }
        }
        if (data17.before !== undefined) {
          if (
            !validate393(data17.before, {
              instancePath: instancePath + '/precedence/before',
              parentData: data17,
              parentDataProperty: 'before',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data17.then !== undefined) {
          if (
            !validate393(data17.then, {
              instancePath: instancePath + '/precedence/then',
              parentData: data17,
              parentDataProperty: 'then',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data17.note !== undefined) {
          if (
            !validate34(data17.note, {
              instancePath: instancePath + '/precedence/note',
              parentData: data17,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
            errors = vErrors.length
          }
        }
        if (data17.source !== undefined) {
          if (
            !validate36(data17.source, {
              instancePath: instancePath + '/precedence/source',
              parentData: data17,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err43 = {
          instancePath: instancePath + '/precedence',
          schemaPath: '#/properties/precedence/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema87.properties.precedence.type,
          parentSchema: schema87.properties.precedence,
          data: data17,
        }
        if (vErrors === null) {
          vErrors = [err43]
        } else {
          vErrors.push(err43)
        }
        errors++
      }
    }
    if (data.response !== undefined) {
      let data22 = data.response
      if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
        if (data22.after === undefined) {
          const err44 = {
            instancePath: instancePath + '/response',
            schemaPath: '#/properties/response/required',
            keyword: 'required',
            params: { missingProperty: 'after' },
            schema: schema87.properties.response.required,
            parentSchema: schema87.properties.response,
            data: data22,
          }
          if (vErrors === null) {
            vErrors = [err44]
          } else {
            vErrors.push(err44)
          }
          errors++
        }
        if (data22.then === undefined) {
          const err45 = {
            instancePath: instancePath + '/response',
            schemaPath: '#/properties/response/required',
            keyword: 'required',
            params: { missingProperty: 'then' },
            schema: schema87.properties.response.required,
            parentSchema: schema87.properties.response,
            data: data22,
          }
          if (vErrors === null) {
            vErrors = [err45]
          } else {
            vErrors.push(err45)
          }
          errors++
        }
        for (const key4 in data22) {
          if (!(key4 === 'after' || key4 === 'then' || key4 === 'note' || key4 === 'source' || pattern0.test(key4))) {
            const err46 = {
              instancePath: instancePath + '/response',
              schemaPath: '#/properties/response/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
              schema: false,
              parentSchema: schema87.properties.response,
              data: data22,
            }
            if (vErrors === null) {
              vErrors = [err46]
            } else {
              vErrors.push(err46)
            }
            errors++
          }
        }
        if (data22.after !== undefined) {
          if (
            !validate393(data22.after, {
              instancePath: instancePath + '/response/after',
              parentData: data22,
              parentDataProperty: 'after',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data22.then !== undefined) {
          if (
            !validate393(data22.then, {
              instancePath: instancePath + '/response/then',
              parentData: data22,
              parentDataProperty: 'then',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data22.note !== undefined) {
          if (
            !validate34(data22.note, {
              instancePath: instancePath + '/response/note',
              parentData: data22,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
            errors = vErrors.length
          }
        }
        if (data22.source !== undefined) {
          if (
            !validate36(data22.source, {
              instancePath: instancePath + '/response/source',
              parentData: data22,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err47 = {
          instancePath: instancePath + '/response',
          schemaPath: '#/properties/response/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema87.properties.response.type,
          parentSchema: schema87.properties.response,
          data: data22,
        }
        if (vErrors === null) {
          vErrors = [err47]
        } else {
          vErrors.push(err47)
        }
        errors++
      }
    }
    if (data['known-before'] !== undefined) {
      let data27 = data['known-before']
      if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
        if (data27.known === undefined) {
          const err48 = {
            instancePath: instancePath + '/known-before',
            schemaPath: '#/properties/known-before/required',
            keyword: 'required',
            params: { missingProperty: 'known' },
            schema: schema87.properties['known-before'].required,
            parentSchema: schema87.properties['known-before'],
            data: data27,
          }
          if (vErrors === null) {
            vErrors = [err48]
          } else {
            vErrors.push(err48)
          }
          errors++
        }
        if (data27.before === undefined) {
          const err49 = {
            instancePath: instancePath + '/known-before',
            schemaPath: '#/properties/known-before/required',
            keyword: 'required',
            params: { missingProperty: 'before' },
            schema: schema87.properties['known-before'].required,
            parentSchema: schema87.properties['known-before'],
            data: data27,
          }
          if (vErrors === null) {
            vErrors = [err49]
          } else {
            vErrors.push(err49)
          }
          errors++
        }
        for (const key5 in data27) {
          if (!(key5 === 'known' || key5 === 'before' || key5 === 'note' || key5 === 'source' || pattern0.test(key5))) {
            const err50 = {
              instancePath: instancePath + '/known-before',
              schemaPath: '#/properties/known-before/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key5 },
              schema: false,
              parentSchema: schema87.properties['known-before'],
              data: data27,
            }
            if (vErrors === null) {
              vErrors = [err50]
            } else {
              vErrors.push(err50)
            }
            errors++
          }
        }
        if (data27.known !== undefined) {
          if (
            !validate414(data27.known, {
              instancePath: instancePath + '/known-before/known',
              parentData: data27,
              parentDataProperty: 'known',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate414.errors : vErrors.concat(validate414.errors)
            errors = vErrors.length
          }
        }
        if (data27.before !== undefined) {
          if (
            !validate393(data27.before, {
              instancePath: instancePath + '/known-before/before',
              parentData: data27,
              parentDataProperty: 'before',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors)
            errors = vErrors.length
          }
        }
        if (data27.note !== undefined) {
          if (
            !validate34(data27.note, {
              instancePath: instancePath + '/known-before/note',
              parentData: data27,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
            errors = vErrors.length
          }
        }
        if (data27.source !== undefined) {
          if (
            !validate36(data27.source, {
              instancePath: instancePath + '/known-before/source',
              parentData: data27,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err51 = {
          instancePath: instancePath + '/known-before',
          schemaPath: '#/properties/known-before/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema87.properties['known-before'].type,
          parentSchema: schema87.properties['known-before'],
          data: data27,
        }
        if (vErrors === null) {
          vErrors = [err51]
        } else {
          vErrors.push(err51)
        }
        errors++
      }
    }
    if (data.check !== undefined) {
      if (
        !validate244(data.check, {
          instancePath: instancePath + '/check',
          parentData: data,
          parentDataProperty: 'check',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors)
        errors = vErrors.length
      }
    }
    if (data.applies !== undefined) {
      if (
        !validate244(data.applies, {
          instancePath: instancePath + '/applies',
          parentData: data,
          parentDataProperty: 'applies',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors)
        errors = vErrors.length
      }
    }
    if (data.critical !== undefined) {
      if (
        !validate265(data.critical, {
          instancePath: instancePath + '/critical',
          parentData: data,
          parentDataProperty: 'critical',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate265.errors : vErrors.concat(validate265.errors)
        errors = vErrors.length
      }
    }
    if (data.severity !== undefined) {
      if (
        !validate427(data.severity, {
          instancePath: instancePath + '/severity',
          parentData: data,
          parentDataProperty: 'severity',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate427.errors : vErrors.concat(validate427.errors)
        errors = vErrors.length
      }
    }
    if (data.speaker !== undefined) {
      if (
        !validate246(data.speaker, {
          instancePath: instancePath + '/speaker',
          parentData: data,
          parentDataProperty: 'speaker',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate246.errors : vErrors.concat(validate246.errors)
        errors = vErrors.length
      }
    }
    if (data.scope !== undefined) {
      if (
        !validate430(data.scope, {
          instancePath: instancePath + '/scope',
          parentData: data,
          parentDataProperty: 'scope',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate430.errors : vErrors.concat(validate430.errors)
        errors = vErrors.length
      }
    }
    if (data.title !== undefined) {
      if (
        !validate172(data.title, {
          instancePath: instancePath + '/title',
          parentData: data,
          parentDataProperty: 'title',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate34(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate36(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err52 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema87.type,
      parentSchema: schema87,
      data,
    }
    if (vErrors === null) {
      vErrors = [err52]
    } else {
      vErrors.push(err52)
    }
    errors++
  }
  validate388.errors = vErrors
  return errors === 0
}
function validate385(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors
      if (!validate386(key0, { instancePath, parentData: data, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate386.errors : vErrors.concat(validate386.errors)
        errors = vErrors.length
      }
      var valid0 = _errs1 === errors
      if (!valid0) {
        const err0 = {
          instancePath,
          schemaPath: '#/propertyNames',
          keyword: 'propertyNames',
          params: { propertyName: key0 },
          schema: schema85.propertyNames,
          parentSchema: schema85,
          data,
        }
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    }
    for (const key1 in data) {
      if (
        !validate388(data[key1], {
          instancePath: instancePath + '/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
          parentData: data,
          parentDataProperty: key1,
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate388.errors : vErrors.concat(validate388.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema85.type,
      parentSchema: schema85,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate385.errors = vErrors
  return errors === 0
}
function validate437(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern28.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^\\S(.*\\S)?$' },
        schema: '^\\S(.*\\S)?$',
        parentSchema: schema38,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema38.type,
      parentSchema: schema38,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate437.errors = vErrors
  return errors === 0
}
function validate220(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="flow.schema.json" */ let vErrors = null
  let errors = 0
  const _errs1 = errors
  let valid0 = true
  const _errs2 = errors
  const _errs3 = errors
  const _errs4 = errors
  const _errs5 = errors
  let valid2 = false
  const _errs6 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0
    if (data.extends === undefined && (missing0 = 'extends')) {
      const err0 = {}
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  }
  var _valid1 = _errs6 === errors
  valid2 = valid2 || _valid1
  if (!valid2) {
    const _errs7 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing1
      if (data.from === undefined && (missing1 = 'from')) {
        const err1 = {}
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    var _valid1 = _errs7 === errors
    valid2 = valid2 || _valid1
  }
  if (!valid2) {
    const err2 = {}
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  } else {
    errors = _errs5
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5
      } else {
        vErrors = null
      }
    }
  }
  var valid1 = _errs4 === errors
  if (valid1) {
    const err3 = {}
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  } else {
    errors = _errs3
    if (vErrors !== null) {
      if (_errs3) {
        vErrors.length = _errs3
      } else {
        vErrors = null
      }
    }
  }
  var _valid0 = _errs2 === errors
  errors = _errs1
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1
    } else {
      vErrors = null
    }
  }
  if (_valid0) {
    const _errs8 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.steps === undefined) {
        const err4 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'steps' },
          schema: schema54.then.required,
          parentSchema: schema54.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    }
    var _valid0 = _errs8 === errors
    valid0 = _valid0
  }
  if (!valid0) {
    const err5 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      schema: schema54.if,
      parentSchema: schema54,
      data,
    }
    if (vErrors === null) {
      vErrors = [err5]
    } else {
      vErrors.push(err5)
    }
    errors++
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.flow === undefined) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'flow' },
        schema: schema54.required,
        parentSchema: schema54,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(func2.call(schema54.properties, key0) || pattern0.test(key0))) {
        const err7 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema54,
          data,
        }
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
    }
    if (data.flow !== undefined) {
      if (
        !validate221(data.flow, {
          instancePath: instancePath + '/flow',
          parentData: data,
          parentDataProperty: 'flow',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors)
        errors = vErrors.length
      }
    }
    if (data.name !== undefined) {
      if (
        !validate223(data.name, {
          instancePath: instancePath + '/name',
          parentData: data,
          parentDataProperty: 'name',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
        errors = vErrors.length
      }
    }
    if (data.family !== undefined) {
      let data2 = data.family
      if (!(data2 === 'service' || data2 === 'management')) {
        const err8 = {
          instancePath: instancePath + '/family',
          schemaPath: '#/properties/family/enum',
          keyword: 'enum',
          params: { allowedValues: schema54.properties.family.enum },
          schema: schema54.properties.family.enum,
          parentSchema: schema54.properties.family,
          data: data2,
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.elements !== undefined) {
      let data3 = data.elements
      if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!(
            key1 === 'inputs' ||
            key1 === 'output' ||
            key1 === 'customer' ||
            key1 === 'value' ||
            key1 === 'note' ||
            key1 === 'source' ||
            pattern0.test(key1)
          )) {
            const err9 = {
              instancePath: instancePath + '/elements',
              schemaPath: '#/properties/elements/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              schema: false,
              parentSchema: schema54.properties.elements,
              data: data3,
            }
            if (vErrors === null) {
              vErrors = [err9]
            } else {
              vErrors.push(err9)
            }
            errors++
          }
        }
        if (data3.inputs !== undefined) {
          if (
            !validate223(data3.inputs, {
              instancePath: instancePath + '/elements/inputs',
              parentData: data3,
              parentDataProperty: 'inputs',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
            errors = vErrors.length
          }
        }
        if (data3.output !== undefined) {
          if (
            !validate223(data3.output, {
              instancePath: instancePath + '/elements/output',
              parentData: data3,
              parentDataProperty: 'output',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
            errors = vErrors.length
          }
        }
        if (data3.customer !== undefined) {
          if (
            !validate223(data3.customer, {
              instancePath: instancePath + '/elements/customer',
              parentData: data3,
              parentDataProperty: 'customer',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
            errors = vErrors.length
          }
        }
        if (data3.value !== undefined) {
          if (
            !validate223(data3.value, {
              instancePath: instancePath + '/elements/value',
              parentData: data3,
              parentDataProperty: 'value',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
            errors = vErrors.length
          }
        }
        if (data3.note !== undefined) {
          if (
            !validate231(data3.note, {
              instancePath: instancePath + '/elements/note',
              parentData: data3,
              parentDataProperty: 'note',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
            errors = vErrors.length
          }
        }
        if (data3.source !== undefined) {
          if (
            !validate233(data3.source, {
              instancePath: instancePath + '/elements/source',
              parentData: data3,
              parentDataProperty: 'source',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/elements',
          schemaPath: '#/properties/elements/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema54.properties.elements.type,
          parentSchema: schema54.properties.elements,
          data: data3,
        }
        if (vErrors === null) {
          vErrors = [err10]
        } else {
          vErrors.push(err10)
        }
        errors++
      }
    }
    if (data.steps !== undefined) {
      if (
        !validate235(data.steps, {
          instancePath: instancePath + '/steps',
          parentData: data,
          parentDataProperty: 'steps',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate235.errors : vErrors.concat(validate235.errors)
        errors = vErrors.length
      }
    }
    if (data.interrupts !== undefined) {
      if (
        !validate307(data.interrupts, {
          instancePath: instancePath + '/interrupts',
          parentData: data,
          parentDataProperty: 'interrupts',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate307.errors : vErrors.concat(validate307.errors)
        errors = vErrors.length
      }
    }
    if (data.anywhere !== undefined) {
      if (
        !validate314(data.anywhere, {
          instancePath: instancePath + '/anywhere',
          parentData: data,
          parentDataProperty: 'anywhere',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate314.errors : vErrors.concat(validate314.errors)
        errors = vErrors.length
      }
    }
    if (data.rules !== undefined) {
      if (
        !validate385(data.rules, {
          instancePath: instancePath + '/rules',
          parentData: data,
          parentDataProperty: 'rules',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate385.errors : vErrors.concat(validate385.errors)
        errors = vErrors.length
      }
    }
    if (data.ambient !== undefined) {
      let data14 = data.ambient
      if (Array.isArray(data14)) {
        const len0 = data14.length
        for (let i0 = 0; i0 < len0; i0++) {
          if (
            !validate437(data14[i0], {
              instancePath: instancePath + '/ambient/' + i0,
              parentData: data14,
              parentDataProperty: i0,
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate437.errors : vErrors.concat(validate437.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err11 = {
          instancePath: instancePath + '/ambient',
          schemaPath: '#/properties/ambient/type',
          keyword: 'type',
          params: { type: 'array' },
          schema: schema54.properties.ambient.type,
          parentSchema: schema54.properties.ambient,
          data: data14,
        }
        if (vErrors === null) {
          vErrors = [err11]
        } else {
          vErrors.push(err11)
        }
        errors++
      }
    }
    if (data.contact !== undefined) {
      let data16 = data.contact
      if (!(data16 && typeof data16 == 'object' && !Array.isArray(data16))) {
        const err12 = {
          instancePath: instancePath + '/contact',
          schemaPath: '#/properties/contact/type',
          keyword: 'type',
          params: { type: 'object' },
          schema: schema54.properties.contact.type,
          parentSchema: schema54.properties.contact,
          data: data16,
        }
        if (vErrors === null) {
          vErrors = [err12]
        } else {
          vErrors.push(err12)
        }
        errors++
      }
    }
    if (data.scope !== undefined) {
      if (
        !validate223(data.scope, {
          instancePath: instancePath + '/scope',
          parentData: data,
          parentDataProperty: 'scope',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
        errors = vErrors.length
      }
    }
    if (data.goal !== undefined) {
      if (
        !validate223(data.goal, {
          instancePath: instancePath + '/goal',
          parentData: data,
          parentDataProperty: 'goal',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate231(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate233(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate233.errors : vErrors.concat(validate233.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err13 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema54.type,
      parentSchema: schema54,
      data,
    }
    if (vErrors === null) {
      vErrors = [err13]
    } else {
      vErrors.push(err13)
    }
    errors++
  }
  validate220.errors = vErrors
  return errors === 0
}
const validate_rules = validate443
const schema94 = {
  $id: 'rules.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '规则文件 · Rules',
  type: 'object',
  properties: {
    rules: { $ref: 'common.schema.json#/definitions/rules' },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  required: ['rules'],
}
function validate444(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors
      if (!validate386(key0, { instancePath, parentData: data, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate386.errors : vErrors.concat(validate386.errors)
        errors = vErrors.length
      }
      var valid0 = _errs1 === errors
      if (!valid0) {
        const err0 = {
          instancePath,
          schemaPath: '#/propertyNames',
          keyword: 'propertyNames',
          params: { propertyName: key0 },
          schema: schema85.propertyNames,
          parentSchema: schema85,
          data,
        }
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    }
    for (const key1 in data) {
      if (
        !validate388(data[key1], {
          instancePath: instancePath + '/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
          parentData: data,
          parentDataProperty: key1,
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate388.errors : vErrors.concat(validate388.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema85.type,
      parentSchema: schema85,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate444.errors = vErrors
  return errors === 0
}
function validate448(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate448.errors = vErrors
  return errors === 0
}
function validate450(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate450.errors = vErrors
  return errors === 0
}
function validate443(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="rules.schema.json" */ let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.rules === undefined) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'rules' },
        schema: schema94.required,
        parentSchema: schema94,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    for (const key0 in data) {
      if (!(key0 === 'rules' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema94,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
    if (data.rules !== undefined) {
      if (
        !validate444(data.rules, {
          instancePath: instancePath + '/rules',
          parentData: data,
          parentDataProperty: 'rules',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate444.errors : vErrors.concat(validate444.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate448(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate448.errors : vErrors.concat(validate448.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate450(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate450.errors : vErrors.concat(validate450.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema94.type,
      parentSchema: schema94,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate443.errors = vErrors
  return errors === 0
}
const validate_scorecard = validate452
const schema98 = {
  $id: 'scorecard.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '评分表文件 · The scorecard',
  if: { properties: { scorecard: { type: 'object' } } },
  then: {
    type: 'object',
    properties: {
      scorecard: {
        type: 'object',
        properties: {
          name: { $ref: 'common.schema.json#/definitions/text' },
          sections: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                id: { $ref: 'common.schema.json#/definitions/id' },
                name: { $ref: 'common.schema.json#/definitions/text' },
                weight: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
                items: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      rule: { $ref: '#/definitions/ruleRef' },
                      rules: { type: 'array', items: { $ref: '#/definitions/ruleRef' }, minItems: 1 },
                      points: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
                      weight: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
                      deduct: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
                      fatal: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
                      title: { $ref: 'common.schema.json#/definitions/text' },
                      note: { $ref: 'common.schema.json#/definitions/note' },
                      source: { $ref: 'common.schema.json#/definitions/source' },
                    },
                    patternProperties: { '^x-': true },
                    additionalProperties: false,
                    oneOf: [{ required: ['rule'] }, { required: ['rules'] }],
                  },
                },
                note: { $ref: 'common.schema.json#/definitions/note' },
                source: { $ref: 'common.schema.json#/definitions/source' },
              },
              patternProperties: { '^x-': true },
              additionalProperties: false,
              required: ['id', 'name', 'items'],
            },
            minItems: 1,
          },
          mode: {
            title: 'points、weighted 或 deduct · points, weighted or deduct',
            enum: ['points', 'weighted', 'deduct'],
          },
          na: {
            title: 'drop、redistribute 或 equal · drop, redistribute or equal',
            enum: ['drop', 'redistribute', 'equal'],
          },
          'min-evaluated': { allOf: [{ $ref: 'common.schema.json#/definitions/unit' }] },
          thresholds: {
            type: 'object',
            properties: {
              overall: { $ref: '#/definitions/threshold' },
              touchpoint: { $ref: '#/definitions/threshold' },
              per: {
                type: 'object',
                propertyNames: { $ref: 'common.schema.json#/definitions/string' },
                additionalProperties: { $ref: '#/definitions/threshold' },
              },
              note: { $ref: 'common.schema.json#/definitions/note' },
              source: { $ref: 'common.schema.json#/definitions/source' },
            },
            patternProperties: { '^x-': true },
            additionalProperties: false,
          },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['sections', 'mode'],
      },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['scorecard'],
  },
  else: {
    type: 'object',
    properties: {
      scorecard: {
        title:
          'true、评分表标识,或评分表 {sections, mode, …} · true, the id of the scorecard, or the scorecard {sections, mode, …}',
        if: { type: 'string' },
        then: { $ref: 'common.schema.json#/definitions/id' },
        else: {
          title:
            'true、评分表标识,或评分表 {sections, mode, …} · true, the id of the scorecard, or the scorecard {sections, mode, …}',
          const: true,
        },
      },
      name: { $ref: 'common.schema.json#/definitions/text' },
      sections: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: { $ref: 'common.schema.json#/definitions/id' },
            name: { $ref: 'common.schema.json#/definitions/text' },
            weight: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
            items: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  rule: { $ref: '#/definitions/ruleRef' },
                  rules: { type: 'array', items: { $ref: '#/definitions/ruleRef' }, minItems: 1 },
                  points: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
                  weight: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
                  deduct: { title: '非负数 · a number, 0 or more', type: 'number', minimum: 0 },
                  fatal: { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
                  title: { $ref: 'common.schema.json#/definitions/text' },
                  note: { $ref: 'common.schema.json#/definitions/note' },
                  source: { $ref: 'common.schema.json#/definitions/source' },
                },
                patternProperties: { '^x-': true },
                additionalProperties: false,
                oneOf: [{ required: ['rule'] }, { required: ['rules'] }],
              },
            },
            note: { $ref: 'common.schema.json#/definitions/note' },
            source: { $ref: 'common.schema.json#/definitions/source' },
          },
          patternProperties: { '^x-': true },
          additionalProperties: false,
          required: ['id', 'name', 'items'],
        },
        minItems: 1,
      },
      mode: {
        title: 'points、weighted 或 deduct · points, weighted or deduct',
        enum: ['points', 'weighted', 'deduct'],
      },
      na: {
        title: 'drop、redistribute 或 equal · drop, redistribute or equal',
        enum: ['drop', 'redistribute', 'equal'],
      },
      'min-evaluated': { allOf: [{ $ref: 'common.schema.json#/definitions/unit' }] },
      thresholds: {
        type: 'object',
        properties: {
          overall: { $ref: '#/definitions/threshold' },
          touchpoint: { $ref: '#/definitions/threshold' },
          per: {
            type: 'object',
            propertyNames: { $ref: 'common.schema.json#/definitions/string' },
            additionalProperties: { $ref: '#/definitions/threshold' },
          },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
      },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['scorecard', 'sections', 'mode'],
  },
  type: 'object',
  definitions: {
    ruleRef: {
      title: '规则:rule、flow/rule 或 flow/step/key · a rule: rule, flow/rule or flow/step/key',
      type: 'string',
      pattern: '^[a-z0-9-]+(/[a-z0-9-]+)*$',
    },
    threshold: {
      type: 'object',
      properties: {
        adherence: { $ref: 'common.schema.json#/definitions/unit' },
        compliance: { $ref: 'common.schema.json#/definitions/unit' },
        score: { $ref: 'common.schema.json#/definitions/points' },
        note: { $ref: 'common.schema.json#/definitions/note' },
        source: { $ref: 'common.schema.json#/definitions/source' },
      },
      patternProperties: { '^x-': true },
      additionalProperties: false,
      title: '{adherence, compliance, score} · {adherence, compliance, score}',
    },
  },
}
function validate453(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minProperties',
          keyword: 'minProperties',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'zh' || key0 === 'en')) {
          const err2 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema9.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err2]
          } else {
            vErrors.push(err2)
          }
          errors++
        }
      }
      if (data.zh !== undefined) {
        if (
          !validate26(data.zh, {
            instancePath: instancePath + '/zh',
            parentData: data,
            parentDataProperty: 'zh',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
      if (data.en !== undefined) {
        if (
          !validate26(data.en, {
            instancePath: instancePath + '/en',
            parentData: data,
            parentDataProperty: 'en',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err3 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema9.then.type,
        parentSchema: schema9.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs8 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err4 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema9.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err4]
        } else {
          vErrors.push(err4)
        }
        errors++
      }
    } else {
      const err5 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema9.else.type,
        parentSchema: schema9.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    var _valid0 = _errs8 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err6 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema9.if,
      parentSchema: schema9,
      data,
    }
    if (vErrors === null) {
      vErrors = [err6]
    } else {
      vErrors.push(err6)
    }
    errors++
  }
  validate453.errors = vErrors
  return errors === 0
}
function validate457(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate457.errors = vErrors
  return errors === 0
}
const schema101 = {
  title: '规则:rule、flow/rule 或 flow/step/key · a rule: rule, flow/rule or flow/step/key',
  type: 'string',
  pattern: '^[a-z0-9-]+(/[a-z0-9-]+)*$',
}
const pattern97 = new RegExp('^[a-z0-9-]+(/[a-z0-9-]+)*$', 'u')
function validate460(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern97.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9-]+(/[a-z0-9-]+)*$' },
        schema: '^[a-z0-9-]+(/[a-z0-9-]+)*$',
        parentSchema: schema101,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema101.type,
      parentSchema: schema101,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate460.errors = vErrors
  return errors === 0
}
function validate463(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'boolean') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'boolean' },
      schema: schema34.type,
      parentSchema: schema34,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate463.errors = vErrors
  return errors === 0
}
function validate466(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate466.errors = vErrors
  return errors === 0
}
function validate468(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate468.errors = vErrors
  return errors === 0
}
function validate472(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 1 },
        schema: 1,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data < 0 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema20,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'number' },
      schema: schema20.type,
      parentSchema: schema20,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate472.errors = vErrors
  return errors === 0
}
const schema106 = {
  type: 'object',
  properties: {
    adherence: { $ref: 'common.schema.json#/definitions/unit' },
    compliance: { $ref: 'common.schema.json#/definitions/unit' },
    score: { $ref: 'common.schema.json#/definitions/points' },
    note: { $ref: 'common.schema.json#/definitions/note' },
    source: { $ref: 'common.schema.json#/definitions/source' },
  },
  patternProperties: { '^x-': true },
  additionalProperties: false,
  title: '{adherence, compliance, score} · {adherence, compliance, score}',
}
function validate477(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data == 'number' && isFinite(data)) {
    if (data > 100 || isNaN(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/maximum',
        keyword: 'maximum',
        params: { comparison: '<=', limit: 100 },
        schema: 100,
        parentSchema: schema21,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data < 0 || isNaN(data)) {
      const err1 = {
        instancePath,
        schemaPath: '#/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 0 },
        schema: 0,
        parentSchema: schema21,
        data,
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
  } else {
    const err2 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'number' },
      schema: schema21.type,
      parentSchema: schema21,
      data,
    }
    if (vErrors === null) {
      vErrors = [err2]
    } else {
      vErrors.push(err2)
    }
    errors++
  }
  validate477.errors = vErrors
  return errors === 0
}
function validate474(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(
        key0 === 'adherence' ||
        key0 === 'compliance' ||
        key0 === 'score' ||
        key0 === 'note' ||
        key0 === 'source' ||
        pattern0.test(key0)
      )) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          schema: false,
          parentSchema: schema106,
          data,
        }
        if (vErrors === null) {
          vErrors = [err0]
        } else {
          vErrors.push(err0)
        }
        errors++
      }
    }
    if (data.adherence !== undefined) {
      if (
        !validate472(data.adherence, {
          instancePath: instancePath + '/adherence',
          parentData: data,
          parentDataProperty: 'adherence',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate472.errors : vErrors.concat(validate472.errors)
        errors = vErrors.length
      }
    }
    if (data.compliance !== undefined) {
      if (
        !validate472(data.compliance, {
          instancePath: instancePath + '/compliance',
          parentData: data,
          parentDataProperty: 'compliance',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate472.errors : vErrors.concat(validate472.errors)
        errors = vErrors.length
      }
    }
    if (data.score !== undefined) {
      if (
        !validate477(data.score, {
          instancePath: instancePath + '/score',
          parentData: data,
          parentDataProperty: 'score',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate477.errors : vErrors.concat(validate477.errors)
        errors = vErrors.length
      }
    }
    if (data.note !== undefined) {
      if (
        !validate466(data.note, {
          instancePath: instancePath + '/note',
          parentData: data,
          parentDataProperty: 'note',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
        errors = vErrors.length
      }
    }
    if (data.source !== undefined) {
      if (
        !validate468(data.source, {
          instancePath: instancePath + '/source',
          parentData: data,
          parentDataProperty: 'source',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema106.type,
      parentSchema: schema106,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate474.errors = vErrors
  return errors === 0
}
function validate483(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema10,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema10.type,
      parentSchema: schema10,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate483.errors = vErrors
  return errors === 0
}
function validate452(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="scorecard.schema.json" */ let vErrors = null
  let errors = 0
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema98.type,
      parentSchema: schema98,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  const _errs1 = errors
  let valid0 = true
  const _errs2 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.scorecard !== undefined) {
      let data0 = data.scorecard
      if (!(data0 && typeof data0 == 'object' && !Array.isArray(data0))) {
        const err1 = {}
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
  }
  var _valid0 = _errs2 === errors
  errors = _errs1
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs5 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.scorecard === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'scorecard' },
          schema: schema98.then.required,
          parentSchema: schema98.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'scorecard' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err3 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema98.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
      if (data.scorecard !== undefined) {
        let data1 = data.scorecard
        if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
          if (data1.sections === undefined) {
            const err4 = {
              instancePath: instancePath + '/scorecard',
              schemaPath: '#/then/properties/scorecard/required',
              keyword: 'required',
              params: { missingProperty: 'sections' },
              schema: schema98.then.properties.scorecard.required,
              parentSchema: schema98.then.properties.scorecard,
              data: data1,
            }
            if (vErrors === null) {
              vErrors = [err4]
            } else {
              vErrors.push(err4)
            }
            errors++
          }
          if (data1.mode === undefined) {
            const err5 = {
              instancePath: instancePath + '/scorecard',
              schemaPath: '#/then/properties/scorecard/required',
              keyword: 'required',
              params: { missingProperty: 'mode' },
              schema: schema98.then.properties.scorecard.required,
              parentSchema: schema98.then.properties.scorecard,
              data: data1,
            }
            if (vErrors === null) {
              vErrors = [err5]
            } else {
              vErrors.push(err5)
            }
            errors++
          }
          for (const key1 in data1) {
            if (!(
              key1 === 'name' ||
              key1 === 'sections' ||
              key1 === 'mode' ||
              key1 === 'na' ||
              key1 === 'min-evaluated' ||
              key1 === 'thresholds' ||
              key1 === 'note' ||
              key1 === 'source' ||
              pattern0.test(key1)
            )) {
              const err6 = {
                instancePath: instancePath + '/scorecard',
                schemaPath: '#/then/properties/scorecard/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema98.then.properties.scorecard,
                data: data1,
              }
              if (vErrors === null) {
                vErrors = [err6]
              } else {
                vErrors.push(err6)
              }
              errors++
            }
          }
          if (data1.name !== undefined) {
            if (
              !validate453(data1.name, {
                instancePath: instancePath + '/scorecard/name',
                parentData: data1,
                parentDataProperty: 'name',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate453.errors : vErrors.concat(validate453.errors)
              errors = vErrors.length
            }
          }
          if (data1.sections !== undefined) {
            let data3 = data1.sections
            if (Array.isArray(data3)) {
              if (data3.length < 1) {
                const err7 = {
                  instancePath: instancePath + '/scorecard/sections',
                  schemaPath: '#/then/properties/scorecard/properties/sections/minItems',
                  keyword: 'minItems',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema98.then.properties.scorecard.properties.sections,
                  data: data3,
                }
                if (vErrors === null) {
                  vErrors = [err7]
                } else {
                  vErrors.push(err7)
                }
                errors++
              }
              const len0 = data3.length
              for (let i0 = 0; i0 < len0; i0++) {
                let data4 = data3[i0]
                if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
                  if (data4.id === undefined) {
                    const err8 = {
                      instancePath: instancePath + '/scorecard/sections/' + i0,
                      schemaPath: '#/then/properties/scorecard/properties/sections/items/required',
                      keyword: 'required',
                      params: { missingProperty: 'id' },
                      schema: schema98.then.properties.scorecard.properties.sections.items.required,
                      parentSchema: schema98.then.properties.scorecard.properties.sections.items,
                      data: data4,
                    }
                    if (vErrors === null) {
                      vErrors = [err8]
                    } else {
                      vErrors.push(err8)
                    }
                    errors++
                  }
                  if (data4.name === undefined) {
                    const err9 = {
                      instancePath: instancePath + '/scorecard/sections/' + i0,
                      schemaPath: '#/then/properties/scorecard/properties/sections/items/required',
                      keyword: 'required',
                      params: { missingProperty: 'name' },
                      schema: schema98.then.properties.scorecard.properties.sections.items.required,
                      parentSchema: schema98.then.properties.scorecard.properties.sections.items,
                      data: data4,
                    }
                    if (vErrors === null) {
                      vErrors = [err9]
                    } else {
                      vErrors.push(err9)
                    }
                    errors++
                  }
                  if (data4.items === undefined) {
                    const err10 = {
                      instancePath: instancePath + '/scorecard/sections/' + i0,
                      schemaPath: '#/then/properties/scorecard/properties/sections/items/required',
                      keyword: 'required',
                      params: { missingProperty: 'items' },
                      schema: schema98.then.properties.scorecard.properties.sections.items.required,
                      parentSchema: schema98.then.properties.scorecard.properties.sections.items,
                      data: data4,
                    }
                    if (vErrors === null) {
                      vErrors = [err10]
                    } else {
                      vErrors.push(err10)
                    }
                    errors++
                  }
                  for (const key2 in data4) {
                    if (!(
                      key2 === 'id' ||
                      key2 === 'name' ||
                      key2 === 'weight' ||
                      key2 === 'items' ||
                      key2 === 'note' ||
                      key2 === 'source' ||
                      pattern0.test(key2)
                    )) {
                      const err11 = {
                        instancePath: instancePath + '/scorecard/sections/' + i0,
                        schemaPath: '#/then/properties/scorecard/properties/sections/items/additionalProperties',
                        keyword: 'additionalProperties',
                        params: { additionalProperty: key2 },
                        schema: false,
                        parentSchema: schema98.then.properties.scorecard.properties.sections.items,
                        data: data4,
                      }
                      if (vErrors === null) {
                        vErrors = [err11]
                      } else {
                        vErrors.push(err11)
                      }
                      errors++
                    }
                  }
                  if (data4.id !== undefined) {
                    if (
                      !validate457(data4.id, {
                        instancePath: instancePath + '/scorecard/sections/' + i0 + '/id',
                        parentData: data4,
                        parentDataProperty: 'id',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate457.errors : vErrors.concat(validate457.errors)
                      errors = vErrors.length
                    }
                  }
                  if (data4.name !== undefined) {
                    if (
                      !validate453(data4.name, {
                        instancePath: instancePath + '/scorecard/sections/' + i0 + '/name',
                        parentData: data4,
                        parentDataProperty: 'name',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate453.errors : vErrors.concat(validate453.errors)
                      errors = vErrors.length
                    }
                  }
                  if (data4.weight !== undefined) {
                    let data7 = data4.weight
                    if (typeof data7 == 'number' && isFinite(data7)) {
                      if (data7 < 0 || isNaN(data7)) {
                        const err12 = {
                          instancePath: instancePath + '/scorecard/sections/' + i0 + '/weight',
                          schemaPath: '#/then/properties/scorecard/properties/sections/items/properties/weight/minimum',
                          keyword: 'minimum',
                          params: { comparison: '>=', limit: 0 },
                          schema: 0,
                          parentSchema: schema98.then.properties.scorecard.properties.sections.items.properties.weight,
                          data: data7,
                        }
                        if (vErrors === null) {
                          vErrors = [err12]
                        } else {
                          vErrors.push(err12)
                        }
                        errors++
                      }
                    } else {
                      const err13 = {
                        instancePath: instancePath + '/scorecard/sections/' + i0 + '/weight',
                        schemaPath: '#/then/properties/scorecard/properties/sections/items/properties/weight/type',
                        keyword: 'type',
                        params: { type: 'number' },
                        schema: schema98.then.properties.scorecard.properties.sections.items.properties.weight.type,
                        parentSchema: schema98.then.properties.scorecard.properties.sections.items.properties.weight,
                        data: data7,
                      }
                      if (vErrors === null) {
                        vErrors = [err13]
                      } else {
                        vErrors.push(err13)
                      }
                      errors++
                    }
                  }
                  if (data4.items !== undefined) {
                    let data8 = data4.items
                    if (Array.isArray(data8)) {
                      const len1 = data8.length
                      for (let i1 = 0; i1 < len1; i1++) {
                        let data9 = data8[i1]
                        const _errs25 = errors
                        let valid9 = false
                        let passing0 = null
                        const _errs26 = errors
                        if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
                          if (data9.rule === undefined) {
                            const err14 = {
                              instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1,
                              schemaPath:
                                '#/then/properties/scorecard/properties/sections/items/properties/items/items/oneOf/0/required',
                              keyword: 'required',
                              params: { missingProperty: 'rule' },
                              schema:
                                schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                  .oneOf[0].required,
                              parentSchema:
                                schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                  .oneOf[0],
                              data: data9,
                            }
                            if (vErrors === null) {
                              vErrors = [err14]
                            } else {
                              vErrors.push(err14)
                            }
                            errors++
                          }
                        }
                        var _valid1 = _errs26 === errors
                        if (_valid1) {
                          valid9 = true
                          passing0 = 0
                        }
                        const _errs27 = errors
                        if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
                          if (data9.rules === undefined) {
                            const err15 = {
                              instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1,
                              schemaPath:
                                '#/then/properties/scorecard/properties/sections/items/properties/items/items/oneOf/1/required',
                              keyword: 'required',
                              params: { missingProperty: 'rules' },
                              schema:
                                schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                  .oneOf[1].required,
                              parentSchema:
                                schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                  .oneOf[1],
                              data: data9,
                            }
                            if (vErrors === null) {
                              vErrors = [err15]
                            } else {
                              vErrors.push(err15)
                            }
                            errors++
                          }
                        }
                        var _valid1 = _errs27 === errors
                        if (_valid1 && valid9) {
                          valid9 = false
                          passing0 = [passing0, 1]
                        } else {
                          if (_valid1) {
                            valid9 = true
                            passing0 = 1
                          }
                        }
                        if (!valid9) {
                          const err16 = {
                            instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1,
                            schemaPath:
                              '#/then/properties/scorecard/properties/sections/items/properties/items/items/oneOf',
                            keyword: 'oneOf',
                            params: { passingSchemas: passing0 },
                            schema:
                              schema98.then.properties.scorecard.properties.sections.items.properties.items.items.oneOf,
                            parentSchema:
                              schema98.then.properties.scorecard.properties.sections.items.properties.items.items,
                            data: data9,
                          }
                          if (vErrors === null) {
                            vErrors = [err16]
                          } else {
                            vErrors.push(err16)
                          }
                          errors++
                        } else {
                          errors = _errs25
                          if (vErrors !== null) {
                            if (_errs25) {
                              vErrors.length = _errs25
                            } else {
                              vErrors = null
                            }
                          }
                        }
                        if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
                          for (const key3 in data9) {
                            if (!(
                              func2.call(
                                schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                  .properties,
                                key3,
                              ) || pattern0.test(key3)
                            )) {
                              const err17 = {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1,
                                schemaPath:
                                  '#/then/properties/scorecard/properties/sections/items/properties/items/items/additionalProperties',
                                keyword: 'additionalProperties',
                                params: { additionalProperty: key3 },
                                schema: false,
                                parentSchema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items,
                                data: data9,
                              }
                              if (vErrors === null) {
                                vErrors = [err17]
                              } else {
                                vErrors.push(err17)
                              }
                              errors++
                            }
                          }
                          if (data9.rule !== undefined) {
                            if (
                              !validate460(data9.rule, {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/rule',
                                parentData: data9,
                                parentDataProperty: 'rule',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate460.errors : vErrors.concat(validate460.errors)
                              errors = vErrors.length
                            }
                          }
                          if (data9.rules !== undefined) {
                            let data11 = data9.rules
                            if (Array.isArray(data11)) {
                              if (data11.length < 1) {
                                const err18 = {
                                  instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/rules',
                                  schemaPath:
                                    '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/rules/minItems',
                                  keyword: 'minItems',
                                  params: { limit: 1 },
                                  schema: 1,
                                  parentSchema:
                                    schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                      .properties.rules,
                                  data: data11,
                                }
                                if (vErrors === null) {
                                  vErrors = [err18]
                                } else {
                                  vErrors.push(err18)
                                }
                                errors++
                              }
                              const len2 = data11.length
                              for (let i2 = 0; i2 < len2; i2++) {
                                if (
                                  !validate460(data11[i2], {
                                    instancePath:
                                      instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/rules/' + i2,
                                    parentData: data11,
                                    parentDataProperty: i2,
                                    rootData,
                                  })
                                ) {
                                  vErrors = vErrors === null ? validate460.errors : vErrors.concat(validate460.errors)
                                  errors = vErrors.length
                                }
                              }
                            } else {
                              const err19 = {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/rules',
                                schemaPath:
                                  '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/rules/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                schema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.rules.type,
                                parentSchema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.rules,
                                data: data11,
                              }
                              if (vErrors === null) {
                                vErrors = [err19]
                              } else {
                                vErrors.push(err19)
                              }
                              errors++
                            }
                          }
                          if (data9.points !== undefined) {
                            let data13 = data9.points
                            if (typeof data13 == 'number' && isFinite(data13)) {
                              if (data13 < 0 || isNaN(data13)) {
                                const err20 = {
                                  instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/points',
                                  schemaPath:
                                    '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/points/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  schema: 0,
                                  parentSchema:
                                    schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                      .properties.points,
                                  data: data13,
                                }
                                if (vErrors === null) {
                                  vErrors = [err20]
                                } else {
                                  vErrors.push(err20)
                                }
                                errors++
                              }
                            } else {
                              const err21 = {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/points',
                                schemaPath:
                                  '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/points/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                schema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.points.type,
                                parentSchema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.points,
                                data: data13,
                              }
                              if (vErrors === null) {
                                vErrors = [err21]
                              } else {
                                vErrors.push(err21)
                              }
                              errors++
                            }
                          }
                          if (data9.weight !== undefined) {
                            let data14 = data9.weight
                            if (typeof data14 == 'number' && isFinite(data14)) {
                              if (data14 < 0 || isNaN(data14)) {
                                const err22 = {
                                  instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/weight',
                                  schemaPath:
                                    '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/weight/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  schema: 0,
                                  parentSchema:
                                    schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                      .properties.weight,
                                  data: data14,
                                }
                                if (vErrors === null) {
                                  vErrors = [err22]
                                } else {
                                  vErrors.push(err22)
                                }
                                errors++
                              }
                            } else {
                              const err23 = {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/weight',
                                schemaPath:
                                  '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/weight/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                schema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.weight.type,
                                parentSchema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.weight,
                                data: data14,
                              }
                              if (vErrors === null) {
                                vErrors = [err23]
                              } else {
                                vErrors.push(err23)
                              }
                              errors++
                            }
                          }
                          if (data9.deduct !== undefined) {
                            let data15 = data9.deduct
                            if (typeof data15 == 'number' && isFinite(data15)) {
                              if (data15 < 0 || isNaN(data15)) {
                                const err24 = {
                                  instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/deduct',
                                  schemaPath:
                                    '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/deduct/minimum',
                                  keyword: 'minimum',
                                  params: { comparison: '>=', limit: 0 },
                                  schema: 0,
                                  parentSchema:
                                    schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                      .properties.deduct,
                                  data: data15,
                                }
                                if (vErrors === null) {
                                  vErrors = [err24]
                                } else {
                                  vErrors.push(err24)
                                }
                                errors++
                              }
                            } else {
                              const err25 = {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/deduct',
                                schemaPath:
                                  '#/then/properties/scorecard/properties/sections/items/properties/items/items/properties/deduct/type',
                                keyword: 'type',
                                params: { type: 'number' },
                                schema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.deduct.type,
                                parentSchema:
                                  schema98.then.properties.scorecard.properties.sections.items.properties.items.items
                                    .properties.deduct,
                                data: data15,
                              }
                              if (vErrors === null) {
                                vErrors = [err25]
                              } else {
                                vErrors.push(err25)
                              }
                              errors++
                            }
                          }
                          if (data9.fatal !== undefined) {
                            if (
                              !validate463(data9.fatal, {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/fatal',
                                parentData: data9,
                                parentDataProperty: 'fatal',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate463.errors : vErrors.concat(validate463.errors)
                              errors = vErrors.length
                            }
                          }
                          if (data9.title !== undefined) {
                            if (
                              !validate453(data9.title, {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/title',
                                parentData: data9,
                                parentDataProperty: 'title',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate453.errors : vErrors.concat(validate453.errors)
                              errors = vErrors.length
                            }
                          }
                          if (data9.note !== undefined) {
                            if (
                              !validate466(data9.note, {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/note',
                                parentData: data9,
                                parentDataProperty: 'note',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
                              errors = vErrors.length
                            }
                          }
                          if (data9.source !== undefined) {
                            if (
                              !validate468(data9.source, {
                                instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1 + '/source',
                                parentData: data9,
                                parentDataProperty: 'source',
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
                              errors = vErrors.length
                            }
                          }
                        } else {
                          const err26 = {
                            instancePath: instancePath + '/scorecard/sections/' + i0 + '/items/' + i1,
                            schemaPath:
                              '#/then/properties/scorecard/properties/sections/items/properties/items/items/type',
                            keyword: 'type',
                            params: { type: 'object' },
                            schema:
                              schema98.then.properties.scorecard.properties.sections.items.properties.items.items.type,
                            parentSchema:
                              schema98.then.properties.scorecard.properties.sections.items.properties.items.items,
                            data: data9,
                          }
                          if (vErrors === null) {
                            vErrors = [err26]
                          } else {
                            vErrors.push(err26)
                          }
                          errors++
                        }
                      }
                    } else {
                      const err27 = {
                        instancePath: instancePath + '/scorecard/sections/' + i0 + '/items',
                        schemaPath: '#/then/properties/scorecard/properties/sections/items/properties/items/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        schema: schema98.then.properties.scorecard.properties.sections.items.properties.items.type,
                        parentSchema: schema98.then.properties.scorecard.properties.sections.items.properties.items,
                        data: data8,
                      }
                      if (vErrors === null) {
                        vErrors = [err27]
                      } else {
                        vErrors.push(err27)
                      }
                      errors++
                    }
                  }
                  if (data4.note !== undefined) {
                    if (
                      !validate466(data4.note, {
                        instancePath: instancePath + '/scorecard/sections/' + i0 + '/note',
                        parentData: data4,
                        parentDataProperty: 'note',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
                      errors = vErrors.length
                    }
                  }
                  if (data4.source !== undefined) {
                    if (
                      !validate468(data4.source, {
                        instancePath: instancePath + '/scorecard/sections/' + i0 + '/source',
                        parentData: data4,
                        parentDataProperty: 'source',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
                      errors = vErrors.length
                    }
                  }
                } else {
                  const err28 = {
                    instancePath: instancePath + '/scorecard/sections/' + i0,
                    schemaPath: '#/then/properties/scorecard/properties/sections/items/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    schema: schema98.then.properties.scorecard.properties.sections.items.type,
                    parentSchema: schema98.then.properties.scorecard.properties.sections.items,
                    data: data4,
                  }
                  if (vErrors === null) {
                    vErrors = [err28]
                  } else {
                    vErrors.push(err28)
                  }
                  errors++
                }
              }
            } else {
              const err29 = {
                instancePath: instancePath + '/scorecard/sections',
                schemaPath: '#/then/properties/scorecard/properties/sections/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema98.then.properties.scorecard.properties.sections.type,
                parentSchema: schema98.then.properties.scorecard.properties.sections,
                data: data3,
              }
              if (vErrors === null) {
                vErrors = [err29]
              } else {
                vErrors.push(err29)
              }
              errors++
            }
          }
          if (data1.mode !== undefined) {
            let data22 = data1.mode
            if (!(data22 === 'points' || data22 === 'weighted' || data22 === 'deduct')) {
              const err30 = {
                instancePath: instancePath + '/scorecard/mode',
                schemaPath: '#/then/properties/scorecard/properties/mode/enum',
                keyword: 'enum',
                params: { allowedValues: schema98.then.properties.scorecard.properties.mode.enum },
                schema: schema98.then.properties.scorecard.properties.mode.enum,
                parentSchema: schema98.then.properties.scorecard.properties.mode,
                data: data22,
              }
              if (vErrors === null) {
                vErrors = [err30]
              } else {
                vErrors.push(err30)
              }
              errors++
            }
          }
          if (data1.na !== undefined) {
            let data23 = data1.na
            if (!(data23 === 'drop' || data23 === 'redistribute' || data23 === 'equal')) {
              const err31 = {
                instancePath: instancePath + '/scorecard/na',
                schemaPath: '#/then/properties/scorecard/properties/na/enum',
                keyword: 'enum',
                params: { allowedValues: schema98.then.properties.scorecard.properties.na.enum },
                schema: schema98.then.properties.scorecard.properties.na.enum,
                parentSchema: schema98.then.properties.scorecard.properties.na,
                data: data23,
              }
              if (vErrors === null) {
                vErrors = [err31]
              } else {
                vErrors.push(err31)
              }
              errors++
            }
          }
          if (data1['min-evaluated'] !== undefined) {
            if (
              !validate472(data1['min-evaluated'], {
                instancePath: instancePath + '/scorecard/min-evaluated',
                parentData: data1,
                parentDataProperty: 'min-evaluated',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate472.errors : vErrors.concat(validate472.errors)
              errors = vErrors.length
            }
          }
          if (data1.thresholds !== undefined) {
            let data25 = data1.thresholds
            if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
              for (const key4 in data25) {
                if (!(
                  key4 === 'overall' ||
                  key4 === 'touchpoint' ||
                  key4 === 'per' ||
                  key4 === 'note' ||
                  key4 === 'source' ||
                  pattern0.test(key4)
                )) {
                  const err32 = {
                    instancePath: instancePath + '/scorecard/thresholds',
                    schemaPath: '#/then/properties/scorecard/properties/thresholds/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key4 },
                    schema: false,
                    parentSchema: schema98.then.properties.scorecard.properties.thresholds,
                    data: data25,
                  }
                  if (vErrors === null) {
                    vErrors = [err32]
                  } else {
                    vErrors.push(err32)
                  }
                  errors++
                }
              }
              if (data25.overall !== undefined) {
                if (
                  !validate474(data25.overall, {
                    instancePath: instancePath + '/scorecard/thresholds/overall',
                    parentData: data25,
                    parentDataProperty: 'overall',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate474.errors : vErrors.concat(validate474.errors)
                  errors = vErrors.length
                }
              }
              if (data25.touchpoint !== undefined) {
                if (
                  !validate474(data25.touchpoint, {
                    instancePath: instancePath + '/scorecard/thresholds/touchpoint',
                    parentData: data25,
                    parentDataProperty: 'touchpoint',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate474.errors : vErrors.concat(validate474.errors)
                  errors = vErrors.length
                }
              }
              if (data25.per !== undefined) {
                let data28 = data25.per
                if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
                  for (const key5 in data28) {
                    const _errs57 = errors
                    if (
                      !validate483(key5, {
                        instancePath: instancePath + '/scorecard/thresholds/per',
                        parentData: data28,
                        parentDataProperty: 'per',
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate483.errors : vErrors.concat(validate483.errors)
                      errors = vErrors.length
                    }
                    var valid16 = _errs57 === errors
                    if (!valid16) {
                      const err33 = {
                        instancePath: instancePath + '/scorecard/thresholds/per',
                        schemaPath: '#/then/properties/scorecard/properties/thresholds/properties/per/propertyNames',
                        keyword: 'propertyNames',
                        params: { propertyName: key5 },
                        schema: schema98.then.properties.scorecard.properties.thresholds.properties.per.propertyNames,
                        parentSchema: schema98.then.properties.scorecard.properties.thresholds.properties.per,
                        data: data28,
                      }
                      if (vErrors === null) {
                        vErrors = [err33]
                      } else {
                        vErrors.push(err33)
                      }
                      errors++
                    }
                  }
                  for (const key6 in data28) {
                    if (
                      !validate474(data28[key6], {
                        instancePath:
                          instancePath + '/scorecard/thresholds/per/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                        parentData: data28,
                        parentDataProperty: key6,
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate474.errors : vErrors.concat(validate474.errors)
                      errors = vErrors.length
                    }
                  }
                } else {
                  const err34 = {
                    instancePath: instancePath + '/scorecard/thresholds/per',
                    schemaPath: '#/then/properties/scorecard/properties/thresholds/properties/per/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    schema: schema98.then.properties.scorecard.properties.thresholds.properties.per.type,
                    parentSchema: schema98.then.properties.scorecard.properties.thresholds.properties.per,
                    data: data28,
                  }
                  if (vErrors === null) {
                    vErrors = [err34]
                  } else {
                    vErrors.push(err34)
                  }
                  errors++
                }
              }
              if (data25.note !== undefined) {
                if (
                  !validate466(data25.note, {
                    instancePath: instancePath + '/scorecard/thresholds/note',
                    parentData: data25,
                    parentDataProperty: 'note',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
                  errors = vErrors.length
                }
              }
              if (data25.source !== undefined) {
                if (
                  !validate468(data25.source, {
                    instancePath: instancePath + '/scorecard/thresholds/source',
                    parentData: data25,
                    parentDataProperty: 'source',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err35 = {
                instancePath: instancePath + '/scorecard/thresholds',
                schemaPath: '#/then/properties/scorecard/properties/thresholds/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema98.then.properties.scorecard.properties.thresholds.type,
                parentSchema: schema98.then.properties.scorecard.properties.thresholds,
                data: data25,
              }
              if (vErrors === null) {
                vErrors = [err35]
              } else {
                vErrors.push(err35)
              }
              errors++
            }
          }
          if (data1.note !== undefined) {
            if (
              !validate466(data1.note, {
                instancePath: instancePath + '/scorecard/note',
                parentData: data1,
                parentDataProperty: 'note',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
              errors = vErrors.length
            }
          }
          if (data1.source !== undefined) {
            if (
              !validate468(data1.source, {
                instancePath: instancePath + '/scorecard/source',
                parentData: data1,
                parentDataProperty: 'source',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err36 = {
            instancePath: instancePath + '/scorecard',
            schemaPath: '#/then/properties/scorecard/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema98.then.properties.scorecard.type,
            parentSchema: schema98.then.properties.scorecard,
            data: data1,
          }
          if (vErrors === null) {
            vErrors = [err36]
          } else {
            vErrors.push(err36)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate466(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate468(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err37 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema98.then.type,
        parentSchema: schema98.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err37]
      } else {
        vErrors.push(err37)
      }
      errors++
    }
    var _valid0 = _errs5 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs66 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.scorecard === undefined) {
        const err38 = {
          instancePath,
          schemaPath: '#/else/required',
          keyword: 'required',
          params: { missingProperty: 'scorecard' },
          schema: schema98.else.required,
          parentSchema: schema98.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err38]
        } else {
          vErrors.push(err38)
        }
        errors++
      }
      if (data.sections === undefined) {
        const err39 = {
          instancePath,
          schemaPath: '#/else/required',
          keyword: 'required',
          params: { missingProperty: 'sections' },
          schema: schema98.else.required,
          parentSchema: schema98.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err39]
        } else {
          vErrors.push(err39)
        }
        errors++
      }
      if (data.mode === undefined) {
        const err40 = {
          instancePath,
          schemaPath: '#/else/required',
          keyword: 'required',
          params: { missingProperty: 'mode' },
          schema: schema98.else.required,
          parentSchema: schema98.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err40]
        } else {
          vErrors.push(err40)
        }
        errors++
      }
      for (const key7 in data) {
        if (!(func2.call(schema98.else.properties, key7) || pattern0.test(key7))) {
          const err41 = {
            instancePath,
            schemaPath: '#/else/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key7 },
            schema: false,
            parentSchema: schema98.else,
            data,
          }
          if (vErrors === null) {
            vErrors = [err41]
          } else {
            vErrors.push(err41)
          }
          errors++
        }
      }
      if (data.scorecard !== undefined) {
        let data36 = data.scorecard
        const _errs70 = errors
        let valid19 = true
        const _errs71 = errors
        if (typeof data36 !== 'string') {
          const err42 = {}
          if (vErrors === null) {
            vErrors = [err42]
          } else {
            vErrors.push(err42)
          }
          errors++
        }
        var _valid2 = _errs71 === errors
        errors = _errs70
        if (vErrors !== null) {
          if (_errs70) {
            vErrors.length = _errs70
          } else {
            vErrors = null
          }
        }
        let ifClause1
        if (_valid2) {
          const _errs73 = errors
          if (
            !validate457(data36, {
              instancePath: instancePath + '/scorecard',
              parentData: data,
              parentDataProperty: 'scorecard',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate457.errors : vErrors.concat(validate457.errors)
            errors = vErrors.length
          }
          var _valid2 = _errs73 === errors
          valid19 = _valid2
          ifClause1 = 'then'
        } else {
          const _errs74 = errors
          if (true !== data36) {
            const err43 = {
              instancePath: instancePath + '/scorecard',
              schemaPath: '#/else/properties/scorecard/else/const',
              keyword: 'const',
              params: { allowedValue: true },
              schema: true,
              parentSchema: schema98.else.properties.scorecard.else,
              data: data36,
            }
            if (vErrors === null) {
              vErrors = [err43]
            } else {
              vErrors.push(err43)
            }
            errors++
          }
          var _valid2 = _errs74 === errors
          valid19 = _valid2
          ifClause1 = 'else'
        }
        if (!valid19) {
          const err44 = {
            instancePath: instancePath + '/scorecard',
            schemaPath: '#/else/properties/scorecard/if',
            keyword: 'if',
            params: { failingKeyword: ifClause1 },
            schema: schema98.else.properties.scorecard.if,
            parentSchema: schema98.else.properties.scorecard,
            data: data36,
          }
          if (vErrors === null) {
            vErrors = [err44]
          } else {
            vErrors.push(err44)
          }
          errors++
        }
      }
      if (data.name !== undefined) {
        if (
          !validate453(data.name, {
            instancePath: instancePath + '/name',
            parentData: data,
            parentDataProperty: 'name',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate453.errors : vErrors.concat(validate453.errors)
          errors = vErrors.length
        }
      }
      if (data.sections !== undefined) {
        let data38 = data.sections
        if (Array.isArray(data38)) {
          if (data38.length < 1) {
            const err45 = {
              instancePath: instancePath + '/sections',
              schemaPath: '#/else/properties/sections/minItems',
              keyword: 'minItems',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema98.else.properties.sections,
              data: data38,
            }
            if (vErrors === null) {
              vErrors = [err45]
            } else {
              vErrors.push(err45)
            }
            errors++
          }
          const len3 = data38.length
          for (let i3 = 0; i3 < len3; i3++) {
            let data39 = data38[i3]
            if (data39 && typeof data39 == 'object' && !Array.isArray(data39)) {
              if (data39.id === undefined) {
                const err46 = {
                  instancePath: instancePath + '/sections/' + i3,
                  schemaPath: '#/else/properties/sections/items/required',
                  keyword: 'required',
                  params: { missingProperty: 'id' },
                  schema: schema98.else.properties.sections.items.required,
                  parentSchema: schema98.else.properties.sections.items,
                  data: data39,
                }
                if (vErrors === null) {
                  vErrors = [err46]
                } else {
                  vErrors.push(err46)
                }
                errors++
              }
              if (data39.name === undefined) {
                const err47 = {
                  instancePath: instancePath + '/sections/' + i3,
                  schemaPath: '#/else/properties/sections/items/required',
                  keyword: 'required',
                  params: { missingProperty: 'name' },
                  schema: schema98.else.properties.sections.items.required,
                  parentSchema: schema98.else.properties.sections.items,
                  data: data39,
                }
                if (vErrors === null) {
                  vErrors = [err47]
                } else {
                  vErrors.push(err47)
                }
                errors++
              }
              if (data39.items === undefined) {
                const err48 = {
                  instancePath: instancePath + '/sections/' + i3,
                  schemaPath: '#/else/properties/sections/items/required',
                  keyword: 'required',
                  params: { missingProperty: 'items' },
                  schema: schema98.else.properties.sections.items.required,
                  parentSchema: schema98.else.properties.sections.items,
                  data: data39,
                }
                if (vErrors === null) {
                  vErrors = [err48]
                } else {
                  vErrors.push(err48)
                }
                errors++
              }
              for (const key8 in data39) {
                if (!(
                  key8 === 'id' ||
                  key8 === 'name' ||
                  key8 === 'weight' ||
                  key8 === 'items' ||
                  key8 === 'note' ||
                  key8 === 'source' ||
                  pattern0.test(key8)
                )) {
                  const err49 = {
                    instancePath: instancePath + '/sections/' + i3,
                    schemaPath: '#/else/properties/sections/items/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key8 },
                    schema: false,
                    parentSchema: schema98.else.properties.sections.items,
                    data: data39,
                  }
                  if (vErrors === null) {
                    vErrors = [err49]
                  } else {
                    vErrors.push(err49)
                  }
                  errors++
                }
              }
              if (data39.id !== undefined) {
                if (
                  !validate457(data39.id, {
                    instancePath: instancePath + '/sections/' + i3 + '/id',
                    parentData: data39,
                    parentDataProperty: 'id',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate457.errors : vErrors.concat(validate457.errors)
                  errors = vErrors.length
                }
              }
              if (data39.name !== undefined) {
                if (
                  !validate453(data39.name, {
                    instancePath: instancePath + '/sections/' + i3 + '/name',
                    parentData: data39,
                    parentDataProperty: 'name',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate453.errors : vErrors.concat(validate453.errors)
                  errors = vErrors.length
                }
              }
              if (data39.weight !== undefined) {
                let data42 = data39.weight
                if (typeof data42 == 'number' && isFinite(data42)) {
                  if (data42 < 0 || isNaN(data42)) {
                    const err50 = {
                      instancePath: instancePath + '/sections/' + i3 + '/weight',
                      schemaPath: '#/else/properties/sections/items/properties/weight/minimum',
                      keyword: 'minimum',
                      params: { comparison: '>=', limit: 0 },
                      schema: 0,
                      parentSchema: schema98.else.properties.sections.items.properties.weight,
                      data: data42,
                    }
                    if (vErrors === null) {
                      vErrors = [err50]
                    } else {
                      vErrors.push(err50)
                    }
                    errors++
                  }
                } else {
                  const err51 = {
                    instancePath: instancePath + '/sections/' + i3 + '/weight',
                    schemaPath: '#/else/properties/sections/items/properties/weight/type',
                    keyword: 'type',
                    params: { type: 'number' },
                    schema: schema98.else.properties.sections.items.properties.weight.type,
                    parentSchema: schema98.else.properties.sections.items.properties.weight,
                    data: data42,
                  }
                  if (vErrors === null) {
                    vErrors = [err51]
                  } else {
                    vErrors.push(err51)
                  }
                  errors++
                }
              }
              if (data39.items !== undefined) {
                let data43 = data39.items
                if (Array.isArray(data43)) {
                  const len4 = data43.length
                  for (let i4 = 0; i4 < len4; i4++) {
                    let data44 = data43[i4]
                    const _errs89 = errors
                    let valid25 = false
                    let passing1 = null
                    const _errs90 = errors
                    if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
                      if (data44.rule === undefined) {
                        const err52 = {
                          instancePath: instancePath + '/sections/' + i3 + '/items/' + i4,
                          schemaPath: '#/else/properties/sections/items/properties/items/items/oneOf/0/required',
                          keyword: 'required',
                          params: { missingProperty: 'rule' },
                          schema: schema98.else.properties.sections.items.properties.items.items.oneOf[0].required,
                          parentSchema: schema98.else.properties.sections.items.properties.items.items.oneOf[0],
                          data: data44,
                        }
                        if (vErrors === null) {
                          vErrors = [err52]
                        } else {
                          vErrors.push(err52)
                        }
                        errors++
                      }
                    }
                    var _valid3 = _errs90 === errors
                    if (_valid3) {
                      valid25 = true
                      passing1 = 0
                    }
                    const _errs91 = errors
                    if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
                      if (data44.rules === undefined) {
                        const err53 = {
                          instancePath: instancePath + '/sections/' + i3 + '/items/' + i4,
                          schemaPath: '#/else/properties/sections/items/properties/items/items/oneOf/1/required',
                          keyword: 'required',
                          params: { missingProperty: 'rules' },
                          schema: schema98.else.properties.sections.items.properties.items.items.oneOf[1].required,
                          parentSchema: schema98.else.properties.sections.items.properties.items.items.oneOf[1],
                          data: data44,
                        }
                        if (vErrors === null) {
                          vErrors = [err53]
                        } else {
                          vErrors.push(err53)
                        }
                        errors++
                      }
                    }
                    var _valid3 = _errs91 === errors
                    if (_valid3 && valid25) {
                      valid25 = false
                      passing1 = [passing1, 1]
                    } else {
                      if (_valid3) {
                        valid25 = true
                        passing1 = 1
                      }
                    }
                    if (!valid25) {
                      const err54 = {
                        instancePath: instancePath + '/sections/' + i3 + '/items/' + i4,
                        schemaPath: '#/else/properties/sections/items/properties/items/items/oneOf',
                        keyword: 'oneOf',
                        params: { passingSchemas: passing1 },
                        schema: schema98.else.properties.sections.items.properties.items.items.oneOf,
                        parentSchema: schema98.else.properties.sections.items.properties.items.items,
                        data: data44,
                      }
                      if (vErrors === null) {
                        vErrors = [err54]
                      } else {
                        vErrors.push(err54)
                      }
                      errors++
                    } else {
                      errors = _errs89
                      if (vErrors !== null) {
                        if (_errs89) {
                          vErrors.length = _errs89
                        } else {
                          vErrors = null
                        }
                      }
                    }
                    if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
                      for (const key9 in data44) {
                        if (!(
                          func2.call(schema98.else.properties.sections.items.properties.items.items.properties, key9) ||
                          pattern0.test(key9)
                        )) {
                          const err55 = {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4,
                            schemaPath: '#/else/properties/sections/items/properties/items/items/additionalProperties',
                            keyword: 'additionalProperties',
                            params: { additionalProperty: key9 },
                            schema: false,
                            parentSchema: schema98.else.properties.sections.items.properties.items.items,
                            data: data44,
                          }
                          if (vErrors === null) {
                            vErrors = [err55]
                          } else {
                            vErrors.push(err55)
                          }
                          errors++
                        }
                      }
                      if (data44.rule !== undefined) {
                        if (
                          !validate460(data44.rule, {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/rule',
                            parentData: data44,
                            parentDataProperty: 'rule',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate460.errors : vErrors.concat(validate460.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data44.rules !== undefined) {
                        let data46 = data44.rules
                        if (Array.isArray(data46)) {
                          if (data46.length < 1) {
                            const err56 = {
                              instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/rules',
                              schemaPath:
                                '#/else/properties/sections/items/properties/items/items/properties/rules/minItems',
                              keyword: 'minItems',
                              params: { limit: 1 },
                              schema: 1,
                              parentSchema:
                                schema98.else.properties.sections.items.properties.items.items.properties.rules,
                              data: data46,
                            }
                            if (vErrors === null) {
                              vErrors = [err56]
                            } else {
                              vErrors.push(err56)
                            }
                            errors++
                          }
                          const len5 = data46.length
                          for (let i5 = 0; i5 < len5; i5++) {
                            if (
                              !validate460(data46[i5], {
                                instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/rules/' + i5,
                                parentData: data46,
                                parentDataProperty: i5,
                                rootData,
                              })
                            ) {
                              vErrors = vErrors === null ? validate460.errors : vErrors.concat(validate460.errors)
                              errors = vErrors.length
                            }
                          }
                        } else {
                          const err57 = {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/rules',
                            schemaPath: '#/else/properties/sections/items/properties/items/items/properties/rules/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            schema:
                              schema98.else.properties.sections.items.properties.items.items.properties.rules.type,
                            parentSchema:
                              schema98.else.properties.sections.items.properties.items.items.properties.rules,
                            data: data46,
                          }
                          if (vErrors === null) {
                            vErrors = [err57]
                          } else {
                            vErrors.push(err57)
                          }
                          errors++
                        }
                      }
                      if (data44.points !== undefined) {
                        let data48 = data44.points
                        if (typeof data48 == 'number' && isFinite(data48)) {
                          if (data48 < 0 || isNaN(data48)) {
                            const err58 = {
                              instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/points',
                              schemaPath:
                                '#/else/properties/sections/items/properties/items/items/properties/points/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                              schema: 0,
                              parentSchema:
                                schema98.else.properties.sections.items.properties.items.items.properties.points,
                              data: data48,
                            }
                            if (vErrors === null) {
                              vErrors = [err58]
                            } else {
                              vErrors.push(err58)
                            }
                            errors++
                          }
                        } else {
                          const err59 = {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/points',
                            schemaPath:
                              '#/else/properties/sections/items/properties/items/items/properties/points/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            schema:
                              schema98.else.properties.sections.items.properties.items.items.properties.points.type,
                            parentSchema:
                              schema98.else.properties.sections.items.properties.items.items.properties.points,
                            data: data48,
                          }
                          if (vErrors === null) {
                            vErrors = [err59]
                          } else {
                            vErrors.push(err59)
                          }
                          errors++
                        }
                      }
                      if (data44.weight !== undefined) {
                        let data49 = data44.weight
                        if (typeof data49 == 'number' && isFinite(data49)) {
                          if (data49 < 0 || isNaN(data49)) {
                            const err60 = {
                              instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/weight',
                              schemaPath:
                                '#/else/properties/sections/items/properties/items/items/properties/weight/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                              schema: 0,
                              parentSchema:
                                schema98.else.properties.sections.items.properties.items.items.properties.weight,
                              data: data49,
                            }
                            if (vErrors === null) {
                              vErrors = [err60]
                            } else {
                              vErrors.push(err60)
                            }
                            errors++
                          }
                        } else {
                          const err61 = {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/weight',
                            schemaPath:
                              '#/else/properties/sections/items/properties/items/items/properties/weight/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            schema:
                              schema98.else.properties.sections.items.properties.items.items.properties.weight.type,
                            parentSchema:
                              schema98.else.properties.sections.items.properties.items.items.properties.weight,
                            data: data49,
                          }
                          if (vErrors === null) {
                            vErrors = [err61]
                          } else {
                            vErrors.push(err61)
                          }
                          errors++
                        }
                      }
                      if (data44.deduct !== undefined) {
                        let data50 = data44.deduct
                        if (typeof data50 == 'number' && isFinite(data50)) {
                          if (data50 < 0 || isNaN(data50)) {
                            const err62 = {
                              instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/deduct',
                              schemaPath:
                                '#/else/properties/sections/items/properties/items/items/properties/deduct/minimum',
                              keyword: 'minimum',
                              params: { comparison: '>=', limit: 0 },
                              schema: 0,
                              parentSchema:
                                schema98.else.properties.sections.items.properties.items.items.properties.deduct,
                              data: data50,
                            }
                            if (vErrors === null) {
                              vErrors = [err62]
                            } else {
                              vErrors.push(err62)
                            }
                            errors++
                          }
                        } else {
                          const err63 = {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/deduct',
                            schemaPath:
                              '#/else/properties/sections/items/properties/items/items/properties/deduct/type',
                            keyword: 'type',
                            params: { type: 'number' },
                            schema:
                              schema98.else.properties.sections.items.properties.items.items.properties.deduct.type,
                            parentSchema:
                              schema98.else.properties.sections.items.properties.items.items.properties.deduct,
                            data: data50,
                          }
                          if (vErrors === null) {
                            vErrors = [err63]
                          } else {
                            vErrors.push(err63)
                          }
                          errors++
                        }
                      }
                      if (data44.fatal !== undefined) {
                        if (
                          !validate463(data44.fatal, {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/fatal',
                            parentData: data44,
                            parentDataProperty: 'fatal',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate463.errors : vErrors.concat(validate463.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data44.title !== undefined) {
                        if (
                          !validate453(data44.title, {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/title',
                            parentData: data44,
                            parentDataProperty: 'title',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate453.errors : vErrors.concat(validate453.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data44.note !== undefined) {
                        if (
                          !validate466(data44.note, {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/note',
                            parentData: data44,
                            parentDataProperty: 'note',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
                          errors = vErrors.length
                        }
                      }
                      if (data44.source !== undefined) {
                        if (
                          !validate468(data44.source, {
                            instancePath: instancePath + '/sections/' + i3 + '/items/' + i4 + '/source',
                            parentData: data44,
                            parentDataProperty: 'source',
                            rootData,
                          })
                        ) {
                          vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
                          errors = vErrors.length
                        }
                      }
                    } else {
                      const err64 = {
                        instancePath: instancePath + '/sections/' + i3 + '/items/' + i4,
                        schemaPath: '#/else/properties/sections/items/properties/items/items/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        schema: schema98.else.properties.sections.items.properties.items.items.type,
                        parentSchema: schema98.else.properties.sections.items.properties.items.items,
                        data: data44,
                      }
                      if (vErrors === null) {
                        vErrors = [err64]
                      } else {
                        vErrors.push(err64)
                      }
                      errors++
                    }
                  }
                } else {
                  const err65 = {
                    instancePath: instancePath + '/sections/' + i3 + '/items',
                    schemaPath: '#/else/properties/sections/items/properties/items/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    schema: schema98.else.properties.sections.items.properties.items.type,
                    parentSchema: schema98.else.properties.sections.items.properties.items,
                    data: data43,
                  }
                  if (vErrors === null) {
                    vErrors = [err65]
                  } else {
                    vErrors.push(err65)
                  }
                  errors++
                }
              }
              if (data39.note !== undefined) {
                if (
                  !validate466(data39.note, {
                    instancePath: instancePath + '/sections/' + i3 + '/note',
                    parentData: data39,
                    parentDataProperty: 'note',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
                  errors = vErrors.length
                }
              }
              if (data39.source !== undefined) {
                if (
                  !validate468(data39.source, {
                    instancePath: instancePath + '/sections/' + i3 + '/source',
                    parentData: data39,
                    parentDataProperty: 'source',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err66 = {
                instancePath: instancePath + '/sections/' + i3,
                schemaPath: '#/else/properties/sections/items/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema98.else.properties.sections.items.type,
                parentSchema: schema98.else.properties.sections.items,
                data: data39,
              }
              if (vErrors === null) {
                vErrors = [err66]
              } else {
                vErrors.push(err66)
              }
              errors++
            }
          }
        } else {
          const err67 = {
            instancePath: instancePath + '/sections',
            schemaPath: '#/else/properties/sections/type',
            keyword: 'type',
            params: { type: 'array' },
            schema: schema98.else.properties.sections.type,
            parentSchema: schema98.else.properties.sections,
            data: data38,
          }
          if (vErrors === null) {
            vErrors = [err67]
          } else {
            vErrors.push(err67)
          }
          errors++
        }
      }
      if (data.mode !== undefined) {
        let data57 = data.mode
        if (!(data57 === 'points' || data57 === 'weighted' || data57 === 'deduct')) {
          const err68 = {
            instancePath: instancePath + '/mode',
            schemaPath: '#/else/properties/mode/enum',
            keyword: 'enum',
            params: { allowedValues: schema98.else.properties.mode.enum },
            schema: schema98.else.properties.mode.enum,
            parentSchema: schema98.else.properties.mode,
            data: data57,
          }
          if (vErrors === null) {
            vErrors = [err68]
          } else {
            vErrors.push(err68)
          }
          errors++
        }
      }
      if (data.na !== undefined) {
        let data58 = data.na
        if (!(data58 === 'drop' || data58 === 'redistribute' || data58 === 'equal')) {
          const err69 = {
            instancePath: instancePath + '/na',
            schemaPath: '#/else/properties/na/enum',
            keyword: 'enum',
            params: { allowedValues: schema98.else.properties.na.enum },
            schema: schema98.else.properties.na.enum,
            parentSchema: schema98.else.properties.na,
            data: data58,
          }
          if (vErrors === null) {
            vErrors = [err69]
          } else {
            vErrors.push(err69)
          }
          errors++
        }
      }
      if (data['min-evaluated'] !== undefined) {
        if (
          !validate472(data['min-evaluated'], {
            instancePath: instancePath + '/min-evaluated',
            parentData: data,
            parentDataProperty: 'min-evaluated',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate472.errors : vErrors.concat(validate472.errors)
          errors = vErrors.length
        }
      }
      if (data.thresholds !== undefined) {
        let data60 = data.thresholds
        if (data60 && typeof data60 == 'object' && !Array.isArray(data60)) {
          for (const key10 in data60) {
            if (!(
              key10 === 'overall' ||
              key10 === 'touchpoint' ||
              key10 === 'per' ||
              key10 === 'note' ||
              key10 === 'source' ||
              pattern0.test(key10)
            )) {
              const err70 = {
                instancePath: instancePath + '/thresholds',
                schemaPath: '#/else/properties/thresholds/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key10 },
                schema: false,
                parentSchema: schema98.else.properties.thresholds,
                data: data60,
              }
              if (vErrors === null) {
                vErrors = [err70]
              } else {
                vErrors.push(err70)
              }
              errors++
            }
          }
          if (data60.overall !== undefined) {
            if (
              !validate474(data60.overall, {
                instancePath: instancePath + '/thresholds/overall',
                parentData: data60,
                parentDataProperty: 'overall',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate474.errors : vErrors.concat(validate474.errors)
              errors = vErrors.length
            }
          }
          if (data60.touchpoint !== undefined) {
            if (
              !validate474(data60.touchpoint, {
                instancePath: instancePath + '/thresholds/touchpoint',
                parentData: data60,
                parentDataProperty: 'touchpoint',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate474.errors : vErrors.concat(validate474.errors)
              errors = vErrors.length
            }
          }
          if (data60.per !== undefined) {
            let data63 = data60.per
            if (data63 && typeof data63 == 'object' && !Array.isArray(data63)) {
              for (const key11 in data63) {
                const _errs121 = errors
                if (
                  !validate483(key11, {
                    instancePath: instancePath + '/thresholds/per',
                    parentData: data63,
                    parentDataProperty: 'per',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate483.errors : vErrors.concat(validate483.errors)
                  errors = vErrors.length
                }
                var valid32 = _errs121 === errors
                if (!valid32) {
                  const err71 = {
                    instancePath: instancePath + '/thresholds/per',
                    schemaPath: '#/else/properties/thresholds/properties/per/propertyNames',
                    keyword: 'propertyNames',
                    params: { propertyName: key11 },
                    schema: schema98.else.properties.thresholds.properties.per.propertyNames,
                    parentSchema: schema98.else.properties.thresholds.properties.per,
                    data: data63,
                  }
                  if (vErrors === null) {
                    vErrors = [err71]
                  } else {
                    vErrors.push(err71)
                  }
                  errors++
                }
              }
              for (const key12 in data63) {
                if (
                  !validate474(data63[key12], {
                    instancePath: instancePath + '/thresholds/per/' + key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                    parentData: data63,
                    parentDataProperty: key12,
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate474.errors : vErrors.concat(validate474.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err72 = {
                instancePath: instancePath + '/thresholds/per',
                schemaPath: '#/else/properties/thresholds/properties/per/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema98.else.properties.thresholds.properties.per.type,
                parentSchema: schema98.else.properties.thresholds.properties.per,
                data: data63,
              }
              if (vErrors === null) {
                vErrors = [err72]
              } else {
                vErrors.push(err72)
              }
              errors++
            }
          }
          if (data60.note !== undefined) {
            if (
              !validate466(data60.note, {
                instancePath: instancePath + '/thresholds/note',
                parentData: data60,
                parentDataProperty: 'note',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
              errors = vErrors.length
            }
          }
          if (data60.source !== undefined) {
            if (
              !validate468(data60.source, {
                instancePath: instancePath + '/thresholds/source',
                parentData: data60,
                parentDataProperty: 'source',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err73 = {
            instancePath: instancePath + '/thresholds',
            schemaPath: '#/else/properties/thresholds/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema98.else.properties.thresholds.type,
            parentSchema: schema98.else.properties.thresholds,
            data: data60,
          }
          if (vErrors === null) {
            vErrors = [err73]
          } else {
            vErrors.push(err73)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate466(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate466.errors : vErrors.concat(validate466.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate468(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate468.errors : vErrors.concat(validate468.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err74 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema98.else.type,
        parentSchema: schema98.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err74]
      } else {
        vErrors.push(err74)
      }
      errors++
    }
    var _valid0 = _errs66 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err75 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema98.if,
      parentSchema: schema98,
      data,
    }
    if (vErrors === null) {
      vErrors = [err75]
    } else {
      vErrors.push(err75)
    }
    errors++
  }
  validate452.errors = vErrors
  return errors === 0
}
const validate_mapping = validate513
const schema109 = {
  $id: 'mapping.schema.json',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '日志映射文件 · A mapping of log columns',
  type: 'object',
  if: { properties: { mapping: { type: 'object' } } },
  then: {
    type: 'object',
    properties: {
      mapping: {
        type: 'object',
        properties: {
          format: { title: 'csv、jsonl · csv or jsonl', type: 'string', minLength: 1 },
          encoding: {
            title: '编码,如 utf-8 或 gb18030 · an encoding, such as utf-8 or gb18030',
            type: 'string',
            minLength: 1,
          },
          delimiter: { title: '分隔符 · a delimiter', type: 'string', minLength: 1 },
          timezone: { $ref: 'common.schema.json#/definitions/string' },
          'time-formats': { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' } },
          columns: {
            type: 'object',
            properties: {
              interaction: { $ref: '#/definitions/column' },
              time: { $ref: '#/definitions/column' },
              event: { $ref: '#/definitions/column' },
              sequence: { $ref: '#/definitions/column' },
              'event-id': { $ref: '#/definitions/column' },
              id: { $ref: '#/definitions/column' },
              contact: { $ref: '#/definitions/column' },
              role: { $ref: '#/definitions/column' },
              actor: { $ref: '#/definitions/column' },
              text: { $ref: '#/definitions/column' },
              business: { $ref: '#/definitions/column' },
              channel: { $ref: '#/definitions/column' },
              brand: { $ref: '#/definitions/column' },
              identity: { $ref: '#/definitions/column' },
              region: { $ref: '#/definitions/column' },
              environment: { $ref: '#/definitions/column' },
              site: { $ref: '#/definitions/column' },
              team: { $ref: '#/definitions/column' },
              shift: { $ref: '#/definitions/column' },
              agent: { $ref: '#/definitions/column' },
              unit: { type: 'array', items: { $ref: '#/definitions/column' } },
              note: { $ref: 'common.schema.json#/definitions/note' },
              source: { $ref: 'common.schema.json#/definitions/source' },
            },
            patternProperties: { '^x-': true },
            additionalProperties: false,
          },
          constants: {
            type: 'object',
            title: '{列: 值} · {column: value}',
            additionalProperties: {
              title: '文本、数或布尔值 · a text, a number or a boolean',
              type: ['string', 'number', 'boolean'],
            },
          },
          events: {
            type: 'object',
            title: '{日志事件: 事件} · {log name: name}',
            additionalProperties: { $ref: 'common.schema.json#/definitions/event' },
          },
          attributes: {
            type: 'object',
            propertyNames: { $ref: 'common.schema.json#/definitions/attribute' },
            additionalProperties: { $ref: '#/definitions/column' },
          },
          split: { title: 'business 或 channel · business or channel', enum: ['business', 'channel'] },
          ties: { title: 'file 或 any · file or any', enum: ['file', 'any'] },
          'keep-rest': { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
        required: ['columns'],
      },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['mapping'],
  },
  else: {
    type: 'object',
    properties: {
      mapping: {
        title: 'true、标识,或映射 {columns, …} · true, an id, or the mapping {columns, …}',
        if: { type: 'string' },
        then: { $ref: 'common.schema.json#/definitions/id' },
        else: { title: 'true、标识,或映射 {columns, …} · true, an id, or the mapping {columns, …}', const: true },
      },
      format: { title: 'csv、jsonl · csv or jsonl', type: 'string', minLength: 1 },
      encoding: {
        title: '编码,如 utf-8 或 gb18030 · an encoding, such as utf-8 or gb18030',
        type: 'string',
        minLength: 1,
      },
      delimiter: { title: '分隔符 · a delimiter', type: 'string', minLength: 1 },
      timezone: { $ref: 'common.schema.json#/definitions/string' },
      'time-formats': { type: 'array', items: { $ref: 'common.schema.json#/definitions/string' } },
      columns: {
        type: 'object',
        properties: {
          interaction: { $ref: '#/definitions/column' },
          time: { $ref: '#/definitions/column' },
          event: { $ref: '#/definitions/column' },
          sequence: { $ref: '#/definitions/column' },
          'event-id': { $ref: '#/definitions/column' },
          id: { $ref: '#/definitions/column' },
          contact: { $ref: '#/definitions/column' },
          role: { $ref: '#/definitions/column' },
          actor: { $ref: '#/definitions/column' },
          text: { $ref: '#/definitions/column' },
          business: { $ref: '#/definitions/column' },
          channel: { $ref: '#/definitions/column' },
          brand: { $ref: '#/definitions/column' },
          identity: { $ref: '#/definitions/column' },
          region: { $ref: '#/definitions/column' },
          environment: { $ref: '#/definitions/column' },
          site: { $ref: '#/definitions/column' },
          team: { $ref: '#/definitions/column' },
          shift: { $ref: '#/definitions/column' },
          agent: { $ref: '#/definitions/column' },
          unit: { type: 'array', items: { $ref: '#/definitions/column' } },
          note: { $ref: 'common.schema.json#/definitions/note' },
          source: { $ref: 'common.schema.json#/definitions/source' },
        },
        patternProperties: { '^x-': true },
        additionalProperties: false,
      },
      constants: {
        type: 'object',
        title: '{列: 值} · {column: value}',
        additionalProperties: {
          title: '文本、数或布尔值 · a text, a number or a boolean',
          type: ['string', 'number', 'boolean'],
        },
      },
      events: {
        type: 'object',
        title: '{日志事件: 事件} · {log name: name}',
        additionalProperties: { $ref: 'common.schema.json#/definitions/event' },
      },
      attributes: {
        type: 'object',
        propertyNames: { $ref: 'common.schema.json#/definitions/attribute' },
        additionalProperties: { $ref: '#/definitions/column' },
      },
      split: { title: 'business 或 channel · business or channel', enum: ['business', 'channel'] },
      ties: { title: 'file 或 any · file or any', enum: ['file', 'any'] },
      'keep-rest': { allOf: [{ $ref: 'common.schema.json#/definitions/bool' }] },
      note: { $ref: 'common.schema.json#/definitions/note' },
      source: { $ref: 'common.schema.json#/definitions/source' },
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    required: ['mapping', 'columns'],
  },
  definitions: { column: { title: '列名 · the name of a column', type: 'string', minLength: 1 } },
}
function validate514(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema10,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema10.type,
      parentSchema: schema10,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate514.errors = vErrors
  return errors === 0
}
const schema111 = { title: '列名 · the name of a column', type: 'string', minLength: 1 }
function validate517(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (data.length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minLength',
        keyword: 'minLength',
        params: { limit: 1 },
        schema: 1,
        parentSchema: schema111,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema111.type,
      parentSchema: schema111,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate517.errors = vErrors
  return errors === 0
}
function validate539(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'string') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema13.type,
      parentSchema: schema13,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate539.errors = vErrors
  return errors === 0
}
function validate541(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs0 = errors
  let valid0 = true
  const _errs1 = errors
  if (!Array.isArray(data)) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var _valid0 = _errs1 === errors
  errors = _errs0
  if (vErrors !== null) {
    if (_errs0) {
      vErrors.length = _errs0
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs3 = errors
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err1 = {
          instancePath,
          schemaPath: '#/then/minItems',
          keyword: 'minItems',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
      const len0 = data.length
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0]
        if (typeof data0 === 'string') {
          if (data0.length < 1) {
            const err2 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/then/items/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema14.then.items,
              data: data0,
            }
            if (vErrors === null) {
              vErrors = [err2]
            } else {
              vErrors.push(err2)
            }
            errors++
          }
        } else {
          const err3 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/then/items/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema14.then.items.type,
            parentSchema: schema14.then.items,
            data: data0,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
    } else {
      const err4 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'array' },
        schema: schema14.then.type,
        parentSchema: schema14.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    var _valid0 = _errs3 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs7 = errors
    if (typeof data === 'string') {
      if (data.length < 1) {
        const err5 = {
          instancePath,
          schemaPath: '#/else/minLength',
          keyword: 'minLength',
          params: { limit: 1 },
          schema: 1,
          parentSchema: schema14.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    } else {
      const err6 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'string' },
        schema: schema14.else.type,
        parentSchema: schema14.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err6]
      } else {
        vErrors.push(err6)
      }
      errors++
    }
    var _valid0 = _errs7 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err7 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema14.if,
      parentSchema: schema14,
      data,
    }
    if (vErrors === null) {
      vErrors = [err7]
    } else {
      vErrors.push(err7)
    }
    errors++
  }
  validate541.errors = vErrors
  return errors === 0
}
function validate543(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern25.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[^\\s*/]([^*/]*[^\\s*/])?$' },
        schema: '^[^\\s*/]([^*/]*[^\\s*/])?$',
        parentSchema: schema33,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema33.type,
      parentSchema: schema33,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate543.errors = vErrors
  return errors === 0
}
function validate545(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data === 'string') {
    if (!pattern27.test(data)) {
      const err0 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z][A-Za-z0-9]*$' },
        schema: '^[a-z][A-Za-z0-9]*$',
        parentSchema: schema36,
        data,
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  } else {
    const err1 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema36.type,
      parentSchema: schema36,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  }
  validate545.errors = vErrors
  return errors === 0
}
function validate548(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  if (typeof data !== 'boolean') {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'boolean' },
      schema: schema34.type,
      parentSchema: schema34,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate548.errors = vErrors
  return errors === 0
}
function validate554(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null
  let errors = 0
  const _errs1 = errors
  const _errs2 = errors
  if (!(
    data === 'on' ||
    data === 'off' ||
    data === 'yes' ||
    data === 'no' ||
    data === 'y' ||
    data === 'n' ||
    data === 'true' ||
    data === 'false' ||
    data === 'null'
  )) {
    const err0 = {}
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = {
      instancePath,
      schemaPath: '#/not',
      keyword: 'not',
      params: {},
      schema: schema8.not,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (typeof data === 'string') {
    if (!pattern1.test(data)) {
      const err2 = {
        instancePath,
        schemaPath: '#/pattern',
        keyword: 'pattern',
        params: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
        schema: '^[a-z0-9]+(-[a-z0-9]+)*$',
        parentSchema: schema8,
        data,
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
  } else {
    const err3 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'string' },
      schema: schema8.type,
      parentSchema: schema8,
      data,
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  validate554.errors = vErrors
  return errors === 0
}
function validate513(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="mapping.schema.json" */ let vErrors = null
  let errors = 0
  if (!(data && typeof data == 'object' && !Array.isArray(data))) {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      schema: schema109.type,
      parentSchema: schema109,
      data,
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  const _errs1 = errors
  let valid0 = true
  const _errs2 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.mapping !== undefined) {
      let data0 = data.mapping
      if (!(data0 && typeof data0 == 'object' && !Array.isArray(data0))) {
        const err1 = {}
        if (vErrors === null) {
          vErrors = [err1]
        } else {
          vErrors.push(err1)
        }
        errors++
      }
    }
  }
  var _valid0 = _errs2 === errors
  errors = _errs1
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1
    } else {
      vErrors = null
    }
  }
  let ifClause0
  if (_valid0) {
    const _errs5 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.mapping === undefined) {
        const err2 = {
          instancePath,
          schemaPath: '#/then/required',
          keyword: 'required',
          params: { missingProperty: 'mapping' },
          schema: schema109.then.required,
          parentSchema: schema109.then,
          data,
        }
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
      for (const key0 in data) {
        if (!(key0 === 'mapping' || key0 === 'note' || key0 === 'source' || pattern0.test(key0))) {
          const err3 = {
            instancePath,
            schemaPath: '#/then/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key0 },
            schema: false,
            parentSchema: schema109.then,
            data,
          }
          if (vErrors === null) {
            vErrors = [err3]
          } else {
            vErrors.push(err3)
          }
          errors++
        }
      }
      if (data.mapping !== undefined) {
        let data1 = data.mapping
        if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
          if (data1.columns === undefined) {
            const err4 = {
              instancePath: instancePath + '/mapping',
              schemaPath: '#/then/properties/mapping/required',
              keyword: 'required',
              params: { missingProperty: 'columns' },
              schema: schema109.then.properties.mapping.required,
              parentSchema: schema109.then.properties.mapping,
              data: data1,
            }
            if (vErrors === null) {
              vErrors = [err4]
            } else {
              vErrors.push(err4)
            }
            errors++
          }
          for (const key1 in data1) {
            if (!(func2.call(schema109.then.properties.mapping.properties, key1) || pattern0.test(key1))) {
              const err5 = {
                instancePath: instancePath + '/mapping',
                schemaPath: '#/then/properties/mapping/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
                schema: false,
                parentSchema: schema109.then.properties.mapping,
                data: data1,
              }
              if (vErrors === null) {
                vErrors = [err5]
              } else {
                vErrors.push(err5)
              }
              errors++
            }
          }
          if (data1.format !== undefined) {
            let data2 = data1.format
            if (typeof data2 === 'string') {
              if (data2.length < 1) {
                const err6 = {
                  instancePath: instancePath + '/mapping/format',
                  schemaPath: '#/then/properties/mapping/properties/format/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema109.then.properties.mapping.properties.format,
                  data: data2,
                }
                if (vErrors === null) {
                  vErrors = [err6]
                } else {
                  vErrors.push(err6)
                }
                errors++
              }
            } else {
              const err7 = {
                instancePath: instancePath + '/mapping/format',
                schemaPath: '#/then/properties/mapping/properties/format/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema109.then.properties.mapping.properties.format.type,
                parentSchema: schema109.then.properties.mapping.properties.format,
                data: data2,
              }
              if (vErrors === null) {
                vErrors = [err7]
              } else {
                vErrors.push(err7)
              }
              errors++
            }
          }
          if (data1.encoding !== undefined) {
            let data3 = data1.encoding
            if (typeof data3 === 'string') {
              if (data3.length < 1) {
                const err8 = {
                  instancePath: instancePath + '/mapping/encoding',
                  schemaPath: '#/then/properties/mapping/properties/encoding/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema109.then.properties.mapping.properties.encoding,
                  data: data3,
                }
                if (vErrors === null) {
                  vErrors = [err8]
                } else {
                  vErrors.push(err8)
                }
                errors++
              }
            } else {
              const err9 = {
                instancePath: instancePath + '/mapping/encoding',
                schemaPath: '#/then/properties/mapping/properties/encoding/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema109.then.properties.mapping.properties.encoding.type,
                parentSchema: schema109.then.properties.mapping.properties.encoding,
                data: data3,
              }
              if (vErrors === null) {
                vErrors = [err9]
              } else {
                vErrors.push(err9)
              }
              errors++
            }
          }
          if (data1.delimiter !== undefined) {
            let data4 = data1.delimiter
            if (typeof data4 === 'string') {
              if (data4.length < 1) {
                const err10 = {
                  instancePath: instancePath + '/mapping/delimiter',
                  schemaPath: '#/then/properties/mapping/properties/delimiter/minLength',
                  keyword: 'minLength',
                  params: { limit: 1 },
                  schema: 1,
                  parentSchema: schema109.then.properties.mapping.properties.delimiter,
                  data: data4,
                }
                if (vErrors === null) {
                  vErrors = [err10]
                } else {
                  vErrors.push(err10)
                }
                errors++
              }
            } else {
              const err11 = {
                instancePath: instancePath + '/mapping/delimiter',
                schemaPath: '#/then/properties/mapping/properties/delimiter/type',
                keyword: 'type',
                params: { type: 'string' },
                schema: schema109.then.properties.mapping.properties.delimiter.type,
                parentSchema: schema109.then.properties.mapping.properties.delimiter,
                data: data4,
              }
              if (vErrors === null) {
                vErrors = [err11]
              } else {
                vErrors.push(err11)
              }
              errors++
            }
          }
          if (data1.timezone !== undefined) {
            if (
              !validate514(data1.timezone, {
                instancePath: instancePath + '/mapping/timezone',
                parentData: data1,
                parentDataProperty: 'timezone',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate514.errors : vErrors.concat(validate514.errors)
              errors = vErrors.length
            }
          }
          if (data1['time-formats'] !== undefined) {
            let data6 = data1['time-formats']
            if (Array.isArray(data6)) {
              const len0 = data6.length
              for (let i0 = 0; i0 < len0; i0++) {
                if (
                  !validate514(data6[i0], {
                    instancePath: instancePath + '/mapping/time-formats/' + i0,
                    parentData: data6,
                    parentDataProperty: i0,
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate514.errors : vErrors.concat(validate514.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err12 = {
                instancePath: instancePath + '/mapping/time-formats',
                schemaPath: '#/then/properties/mapping/properties/time-formats/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema109.then.properties.mapping.properties['time-formats'].type,
                parentSchema: schema109.then.properties.mapping.properties['time-formats'],
                data: data6,
              }
              if (vErrors === null) {
                vErrors = [err12]
              } else {
                vErrors.push(err12)
              }
              errors++
            }
          }
          if (data1.columns !== undefined) {
            let data8 = data1.columns
            if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
              for (const key2 in data8) {
                if (!(
                  func2.call(schema109.then.properties.mapping.properties.columns.properties, key2) ||
                  pattern0.test(key2)
                )) {
                  const err13 = {
                    instancePath: instancePath + '/mapping/columns',
                    schemaPath: '#/then/properties/mapping/properties/columns/additionalProperties',
                    keyword: 'additionalProperties',
                    params: { additionalProperty: key2 },
                    schema: false,
                    parentSchema: schema109.then.properties.mapping.properties.columns,
                    data: data8,
                  }
                  if (vErrors === null) {
                    vErrors = [err13]
                  } else {
                    vErrors.push(err13)
                  }
                  errors++
                }
              }
              if (data8.interaction !== undefined) {
                if (
                  !validate517(data8.interaction, {
                    instancePath: instancePath + '/mapping/columns/interaction',
                    parentData: data8,
                    parentDataProperty: 'interaction',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.time !== undefined) {
                if (
                  !validate517(data8.time, {
                    instancePath: instancePath + '/mapping/columns/time',
                    parentData: data8,
                    parentDataProperty: 'time',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.event !== undefined) {
                if (
                  !validate517(data8.event, {
                    instancePath: instancePath + '/mapping/columns/event',
                    parentData: data8,
                    parentDataProperty: 'event',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.sequence !== undefined) {
                if (
                  !validate517(data8.sequence, {
                    instancePath: instancePath + '/mapping/columns/sequence',
                    parentData: data8,
                    parentDataProperty: 'sequence',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8['event-id'] !== undefined) {
                if (
                  !validate517(data8['event-id'], {
                    instancePath: instancePath + '/mapping/columns/event-id',
                    parentData: data8,
                    parentDataProperty: 'event-id',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.id !== undefined) {
                if (
                  !validate517(data8.id, {
                    instancePath: instancePath + '/mapping/columns/id',
                    parentData: data8,
                    parentDataProperty: 'id',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.contact !== undefined) {
                if (
                  !validate517(data8.contact, {
                    instancePath: instancePath + '/mapping/columns/contact',
                    parentData: data8,
                    parentDataProperty: 'contact',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.role !== undefined) {
                if (
                  !validate517(data8.role, {
                    instancePath: instancePath + '/mapping/columns/role',
                    parentData: data8,
                    parentDataProperty: 'role',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.actor !== undefined) {
                if (
                  !validate517(data8.actor, {
                    instancePath: instancePath + '/mapping/columns/actor',
                    parentData: data8,
                    parentDataProperty: 'actor',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.text !== undefined) {
                if (
                  !validate517(data8.text, {
                    instancePath: instancePath + '/mapping/columns/text',
                    parentData: data8,
                    parentDataProperty: 'text',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.business !== undefined) {
                if (
                  !validate517(data8.business, {
                    instancePath: instancePath + '/mapping/columns/business',
                    parentData: data8,
                    parentDataProperty: 'business',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.channel !== undefined) {
                if (
                  !validate517(data8.channel, {
                    instancePath: instancePath + '/mapping/columns/channel',
                    parentData: data8,
                    parentDataProperty: 'channel',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.brand !== undefined) {
                if (
                  !validate517(data8.brand, {
                    instancePath: instancePath + '/mapping/columns/brand',
                    parentData: data8,
                    parentDataProperty: 'brand',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.identity !== undefined) {
                if (
                  !validate517(data8.identity, {
                    instancePath: instancePath + '/mapping/columns/identity',
                    parentData: data8,
                    parentDataProperty: 'identity',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.region !== undefined) {
                if (
                  !validate517(data8.region, {
                    instancePath: instancePath + '/mapping/columns/region',
                    parentData: data8,
                    parentDataProperty: 'region',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.environment !== undefined) {
                if (
                  !validate517(data8.environment, {
                    instancePath: instancePath + '/mapping/columns/environment',
                    parentData: data8,
                    parentDataProperty: 'environment',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.site !== undefined) {
                if (
                  !validate517(data8.site, {
                    instancePath: instancePath + '/mapping/columns/site',
                    parentData: data8,
                    parentDataProperty: 'site',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.team !== undefined) {
                if (
                  !validate517(data8.team, {
                    instancePath: instancePath + '/mapping/columns/team',
                    parentData: data8,
                    parentDataProperty: 'team',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.shift !== undefined) {
                if (
                  !validate517(data8.shift, {
                    instancePath: instancePath + '/mapping/columns/shift',
                    parentData: data8,
                    parentDataProperty: 'shift',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.agent !== undefined) {
                if (
                  !validate517(data8.agent, {
                    instancePath: instancePath + '/mapping/columns/agent',
                    parentData: data8,
                    parentDataProperty: 'agent',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
              if (data8.unit !== undefined) {
                let data29 = data8.unit
                if (Array.isArray(data29)) {
                  const len1 = data29.length
                  for (let i1 = 0; i1 < len1; i1++) {
                    if (
                      !validate517(data29[i1], {
                        instancePath: instancePath + '/mapping/columns/unit/' + i1,
                        parentData: data29,
                        parentDataProperty: i1,
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                      errors = vErrors.length
                    }
                  }
                } else {
                  const err14 = {
                    instancePath: instancePath + '/mapping/columns/unit',
                    schemaPath: '#/then/properties/mapping/properties/columns/properties/unit/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    schema: schema109.then.properties.mapping.properties.columns.properties.unit.type,
                    parentSchema: schema109.then.properties.mapping.properties.columns.properties.unit,
                    data: data29,
                  }
                  if (vErrors === null) {
                    vErrors = [err14]
                  } else {
                    vErrors.push(err14)
                  }
                  errors++
                }
              }
              if (data8.note !== undefined) {
                if (
                  !validate539(data8.note, {
                    instancePath: instancePath + '/mapping/columns/note',
                    parentData: data8,
                    parentDataProperty: 'note',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate539.errors : vErrors.concat(validate539.errors)
                  errors = vErrors.length
                }
              }
              if (data8.source !== undefined) {
                if (
                  !validate541(data8.source, {
                    instancePath: instancePath + '/mapping/columns/source',
                    parentData: data8,
                    parentDataProperty: 'source',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate541.errors : vErrors.concat(validate541.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err15 = {
                instancePath: instancePath + '/mapping/columns',
                schemaPath: '#/then/properties/mapping/properties/columns/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema109.then.properties.mapping.properties.columns.type,
                parentSchema: schema109.then.properties.mapping.properties.columns,
                data: data8,
              }
              if (vErrors === null) {
                vErrors = [err15]
              } else {
                vErrors.push(err15)
              }
              errors++
            }
          }
          if (data1.constants !== undefined) {
            let data33 = data1.constants
            if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
              for (const key3 in data33) {
                let data34 = data33[key3]
                if (
                  typeof data34 !== 'string' &&
                  !(typeof data34 == 'number' && isFinite(data34)) &&
                  typeof data34 !== 'boolean'
                ) {
                  const err16 = {
                    instancePath: instancePath + '/mapping/constants/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                    schemaPath: '#/then/properties/mapping/properties/constants/additionalProperties/type',
                    keyword: 'type',
                    params: { type: schema109.then.properties.mapping.properties.constants.additionalProperties.type },
                    schema: schema109.then.properties.mapping.properties.constants.additionalProperties.type,
                    parentSchema: schema109.then.properties.mapping.properties.constants.additionalProperties,
                    data: data34,
                  }
                  if (vErrors === null) {
                    vErrors = [err16]
                  } else {
                    vErrors.push(err16)
                  }
                  errors++
                }
              }
            } else {
              const err17 = {
                instancePath: instancePath + '/mapping/constants',
                schemaPath: '#/then/properties/mapping/properties/constants/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema109.then.properties.mapping.properties.constants.type,
                parentSchema: schema109.then.properties.mapping.properties.constants,
                data: data33,
              }
              if (vErrors === null) {
                vErrors = [err17]
              } else {
                vErrors.push(err17)
              }
              errors++
            }
          }
          if (data1.events !== undefined) {
            let data35 = data1.events
            if (data35 && typeof data35 == 'object' && !Array.isArray(data35)) {
              for (const key4 in data35) {
                if (
                  !validate543(data35[key4], {
                    instancePath: instancePath + '/mapping/events/' + key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                    parentData: data35,
                    parentDataProperty: key4,
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate543.errors : vErrors.concat(validate543.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err18 = {
                instancePath: instancePath + '/mapping/events',
                schemaPath: '#/then/properties/mapping/properties/events/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema109.then.properties.mapping.properties.events.type,
                parentSchema: schema109.then.properties.mapping.properties.events,
                data: data35,
              }
              if (vErrors === null) {
                vErrors = [err18]
              } else {
                vErrors.push(err18)
              }
              errors++
            }
          }
          if (data1.attributes !== undefined) {
            let data37 = data1.attributes
            if (data37 && typeof data37 == 'object' && !Array.isArray(data37)) {
              for (const key5 in data37) {
                const _errs60 = errors
                if (
                  !validate545(key5, {
                    instancePath: instancePath + '/mapping/attributes',
                    parentData: data37,
                    parentDataProperty: 'attributes',
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate545.errors : vErrors.concat(validate545.errors)
                  errors = vErrors.length
                }
                var valid11 = _errs60 === errors
                if (!valid11) {
                  const err19 = {
                    instancePath: instancePath + '/mapping/attributes',
                    schemaPath: '#/then/properties/mapping/properties/attributes/propertyNames',
                    keyword: 'propertyNames',
                    params: { propertyName: key5 },
                    schema: schema109.then.properties.mapping.properties.attributes.propertyNames,
                    parentSchema: schema109.then.properties.mapping.properties.attributes,
                    data: data37,
                  }
                  if (vErrors === null) {
                    vErrors = [err19]
                  } else {
                    vErrors.push(err19)
                  }
                  errors++
                }
              }
              for (const key6 in data37) {
                if (
                  !validate517(data37[key6], {
                    instancePath: instancePath + '/mapping/attributes/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                    parentData: data37,
                    parentDataProperty: key6,
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err20 = {
                instancePath: instancePath + '/mapping/attributes',
                schemaPath: '#/then/properties/mapping/properties/attributes/type',
                keyword: 'type',
                params: { type: 'object' },
                schema: schema109.then.properties.mapping.properties.attributes.type,
                parentSchema: schema109.then.properties.mapping.properties.attributes,
                data: data37,
              }
              if (vErrors === null) {
                vErrors = [err20]
              } else {
                vErrors.push(err20)
              }
              errors++
            }
          }
          if (data1.split !== undefined) {
            let data39 = data1.split
            if (!(data39 === 'business' || data39 === 'channel')) {
              const err21 = {
                instancePath: instancePath + '/mapping/split',
                schemaPath: '#/then/properties/mapping/properties/split/enum',
                keyword: 'enum',
                params: { allowedValues: schema109.then.properties.mapping.properties.split.enum },
                schema: schema109.then.properties.mapping.properties.split.enum,
                parentSchema: schema109.then.properties.mapping.properties.split,
                data: data39,
              }
              if (vErrors === null) {
                vErrors = [err21]
              } else {
                vErrors.push(err21)
              }
              errors++
            }
          }
          if (data1.ties !== undefined) {
            let data40 = data1.ties
            if (!(data40 === 'file' || data40 === 'any')) {
              const err22 = {
                instancePath: instancePath + '/mapping/ties',
                schemaPath: '#/then/properties/mapping/properties/ties/enum',
                keyword: 'enum',
                params: { allowedValues: schema109.then.properties.mapping.properties.ties.enum },
                schema: schema109.then.properties.mapping.properties.ties.enum,
                parentSchema: schema109.then.properties.mapping.properties.ties,
                data: data40,
              }
              if (vErrors === null) {
                vErrors = [err22]
              } else {
                vErrors.push(err22)
              }
              errors++
            }
          }
          if (data1['keep-rest'] !== undefined) {
            if (
              !validate548(data1['keep-rest'], {
                instancePath: instancePath + '/mapping/keep-rest',
                parentData: data1,
                parentDataProperty: 'keep-rest',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate548.errors : vErrors.concat(validate548.errors)
              errors = vErrors.length
            }
          }
          if (data1.note !== undefined) {
            if (
              !validate539(data1.note, {
                instancePath: instancePath + '/mapping/note',
                parentData: data1,
                parentDataProperty: 'note',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate539.errors : vErrors.concat(validate539.errors)
              errors = vErrors.length
            }
          }
          if (data1.source !== undefined) {
            if (
              !validate541(data1.source, {
                instancePath: instancePath + '/mapping/source',
                parentData: data1,
                parentDataProperty: 'source',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate541.errors : vErrors.concat(validate541.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err23 = {
            instancePath: instancePath + '/mapping',
            schemaPath: '#/then/properties/mapping/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema109.then.properties.mapping.type,
            parentSchema: schema109.then.properties.mapping,
            data: data1,
          }
          if (vErrors === null) {
            vErrors = [err23]
          } else {
            vErrors.push(err23)
          }
          errors++
        }
      }
      if (data.note !== undefined) {
        if (
          !validate539(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate539.errors : vErrors.concat(validate539.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate541(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate541.errors : vErrors.concat(validate541.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err24 = {
        instancePath,
        schemaPath: '#/then/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema109.then.type,
        parentSchema: schema109.then,
        data,
      }
      if (vErrors === null) {
        vErrors = [err24]
      } else {
        vErrors.push(err24)
      }
      errors++
    }
    var _valid0 = _errs5 === errors
    valid0 = _valid0
    ifClause0 = 'then'
  } else {
    const _errs71 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.mapping === undefined) {
        const err25 = {
          instancePath,
          schemaPath: '#/else/required',
          keyword: 'required',
          params: { missingProperty: 'mapping' },
          schema: schema109.else.required,
          parentSchema: schema109.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err25]
        } else {
          vErrors.push(err25)
        }
        errors++
      }
      if (data.columns === undefined) {
        const err26 = {
          instancePath,
          schemaPath: '#/else/required',
          keyword: 'required',
          params: { missingProperty: 'columns' },
          schema: schema109.else.required,
          parentSchema: schema109.else,
          data,
        }
        if (vErrors === null) {
          vErrors = [err26]
        } else {
          vErrors.push(err26)
        }
        errors++
      }
      for (const key7 in data) {
        if (!(func2.call(schema109.else.properties, key7) || pattern0.test(key7))) {
          const err27 = {
            instancePath,
            schemaPath: '#/else/additionalProperties',
            keyword: 'additionalProperties',
            params: { additionalProperty: key7 },
            schema: false,
            parentSchema: schema109.else,
            data,
          }
          if (vErrors === null) {
            vErrors = [err27]
          } else {
            vErrors.push(err27)
          }
          errors++
        }
      }
      if (data.mapping !== undefined) {
        let data46 = data.mapping
        const _errs75 = errors
        let valid15 = true
        const _errs76 = errors
        if (typeof data46 !== 'string') {
          const err28 = {}
          if (vErrors === null) {
            vErrors = [err28]
          } else {
            vErrors.push(err28)
          }
          errors++
        }
        var _valid1 = _errs76 === errors
        errors = _errs75
        if (vErrors !== null) {
          if (_errs75) {
            vErrors.length = _errs75
          } else {
            vErrors = null
          }
        }
        let ifClause1
        if (_valid1) {
          const _errs78 = errors
          if (
            !validate554(data46, {
              instancePath: instancePath + '/mapping',
              parentData: data,
              parentDataProperty: 'mapping',
              rootData,
            })
          ) {
            vErrors = vErrors === null ? validate554.errors : vErrors.concat(validate554.errors)
            errors = vErrors.length
          }
          var _valid1 = _errs78 === errors
          valid15 = _valid1
          ifClause1 = 'then'
        } else {
          const _errs79 = errors
          if (true !== data46) {
            const err29 = {
              instancePath: instancePath + '/mapping',
              schemaPath: '#/else/properties/mapping/else/const',
              keyword: 'const',
              params: { allowedValue: true },
              schema: true,
              parentSchema: schema109.else.properties.mapping.else,
              data: data46,
            }
            if (vErrors === null) {
              vErrors = [err29]
            } else {
              vErrors.push(err29)
            }
            errors++
          }
          var _valid1 = _errs79 === errors
          valid15 = _valid1
          ifClause1 = 'else'
        }
        if (!valid15) {
          const err30 = {
            instancePath: instancePath + '/mapping',
            schemaPath: '#/else/properties/mapping/if',
            keyword: 'if',
            params: { failingKeyword: ifClause1 },
            schema: schema109.else.properties.mapping.if,
            parentSchema: schema109.else.properties.mapping,
            data: data46,
          }
          if (vErrors === null) {
            vErrors = [err30]
          } else {
            vErrors.push(err30)
          }
          errors++
        }
      }
      if (data.format !== undefined) {
        let data47 = data.format
        if (typeof data47 === 'string') {
          if (data47.length < 1) {
            const err31 = {
              instancePath: instancePath + '/format',
              schemaPath: '#/else/properties/format/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema109.else.properties.format,
              data: data47,
            }
            if (vErrors === null) {
              vErrors = [err31]
            } else {
              vErrors.push(err31)
            }
            errors++
          }
        } else {
          const err32 = {
            instancePath: instancePath + '/format',
            schemaPath: '#/else/properties/format/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema109.else.properties.format.type,
            parentSchema: schema109.else.properties.format,
            data: data47,
          }
          if (vErrors === null) {
            vErrors = [err32]
          } else {
            vErrors.push(err32)
          }
          errors++
        }
      }
      if (data.encoding !== undefined) {
        let data48 = data.encoding
        if (typeof data48 === 'string') {
          if (data48.length < 1) {
            const err33 = {
              instancePath: instancePath + '/encoding',
              schemaPath: '#/else/properties/encoding/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema109.else.properties.encoding,
              data: data48,
            }
            if (vErrors === null) {
              vErrors = [err33]
            } else {
              vErrors.push(err33)
            }
            errors++
          }
        } else {
          const err34 = {
            instancePath: instancePath + '/encoding',
            schemaPath: '#/else/properties/encoding/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema109.else.properties.encoding.type,
            parentSchema: schema109.else.properties.encoding,
            data: data48,
          }
          if (vErrors === null) {
            vErrors = [err34]
          } else {
            vErrors.push(err34)
          }
          errors++
        }
      }
      if (data.delimiter !== undefined) {
        let data49 = data.delimiter
        if (typeof data49 === 'string') {
          if (data49.length < 1) {
            const err35 = {
              instancePath: instancePath + '/delimiter',
              schemaPath: '#/else/properties/delimiter/minLength',
              keyword: 'minLength',
              params: { limit: 1 },
              schema: 1,
              parentSchema: schema109.else.properties.delimiter,
              data: data49,
            }
            if (vErrors === null) {
              vErrors = [err35]
            } else {
              vErrors.push(err35)
            }
            errors++
          }
        } else {
          const err36 = {
            instancePath: instancePath + '/delimiter',
            schemaPath: '#/else/properties/delimiter/type',
            keyword: 'type',
            params: { type: 'string' },
            schema: schema109.else.properties.delimiter.type,
            parentSchema: schema109.else.properties.delimiter,
            data: data49,
          }
          if (vErrors === null) {
            vErrors = [err36]
          } else {
            vErrors.push(err36)
          }
          errors++
        }
      }
      if (data.timezone !== undefined) {
        if (
          !validate514(data.timezone, {
            instancePath: instancePath + '/timezone',
            parentData: data,
            parentDataProperty: 'timezone',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate514.errors : vErrors.concat(validate514.errors)
          errors = vErrors.length
        }
      }
      if (data['time-formats'] !== undefined) {
        let data51 = data['time-formats']
        if (Array.isArray(data51)) {
          const len2 = data51.length
          for (let i2 = 0; i2 < len2; i2++) {
            if (
              !validate514(data51[i2], {
                instancePath: instancePath + '/time-formats/' + i2,
                parentData: data51,
                parentDataProperty: i2,
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate514.errors : vErrors.concat(validate514.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err37 = {
            instancePath: instancePath + '/time-formats',
            schemaPath: '#/else/properties/time-formats/type',
            keyword: 'type',
            params: { type: 'array' },
            schema: schema109.else.properties['time-formats'].type,
            parentSchema: schema109.else.properties['time-formats'],
            data: data51,
          }
          if (vErrors === null) {
            vErrors = [err37]
          } else {
            vErrors.push(err37)
          }
          errors++
        }
      }
      if (data.columns !== undefined) {
        let data53 = data.columns
        if (data53 && typeof data53 == 'object' && !Array.isArray(data53)) {
          for (const key8 in data53) {
            if (!(func2.call(schema109.else.properties.columns.properties, key8) || pattern0.test(key8))) {
              const err38 = {
                instancePath: instancePath + '/columns',
                schemaPath: '#/else/properties/columns/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key8 },
                schema: false,
                parentSchema: schema109.else.properties.columns,
                data: data53,
              }
              if (vErrors === null) {
                vErrors = [err38]
              } else {
                vErrors.push(err38)
              }
              errors++
            }
          }
          if (data53.interaction !== undefined) {
            if (
              !validate517(data53.interaction, {
                instancePath: instancePath + '/columns/interaction',
                parentData: data53,
                parentDataProperty: 'interaction',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.time !== undefined) {
            if (
              !validate517(data53.time, {
                instancePath: instancePath + '/columns/time',
                parentData: data53,
                parentDataProperty: 'time',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.event !== undefined) {
            if (
              !validate517(data53.event, {
                instancePath: instancePath + '/columns/event',
                parentData: data53,
                parentDataProperty: 'event',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.sequence !== undefined) {
            if (
              !validate517(data53.sequence, {
                instancePath: instancePath + '/columns/sequence',
                parentData: data53,
                parentDataProperty: 'sequence',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53['event-id'] !== undefined) {
            if (
              !validate517(data53['event-id'], {
                instancePath: instancePath + '/columns/event-id',
                parentData: data53,
                parentDataProperty: 'event-id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.id !== undefined) {
            if (
              !validate517(data53.id, {
                instancePath: instancePath + '/columns/id',
                parentData: data53,
                parentDataProperty: 'id',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.contact !== undefined) {
            if (
              !validate517(data53.contact, {
                instancePath: instancePath + '/columns/contact',
                parentData: data53,
                parentDataProperty: 'contact',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.role !== undefined) {
            if (
              !validate517(data53.role, {
                instancePath: instancePath + '/columns/role',
                parentData: data53,
                parentDataProperty: 'role',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.actor !== undefined) {
            if (
              !validate517(data53.actor, {
                instancePath: instancePath + '/columns/actor',
                parentData: data53,
                parentDataProperty: 'actor',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.text !== undefined) {
            if (
              !validate517(data53.text, {
                instancePath: instancePath + '/columns/text',
                parentData: data53,
                parentDataProperty: 'text',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.business !== undefined) {
            if (
              !validate517(data53.business, {
                instancePath: instancePath + '/columns/business',
                parentData: data53,
                parentDataProperty: 'business',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.channel !== undefined) {
            if (
              !validate517(data53.channel, {
                instancePath: instancePath + '/columns/channel',
                parentData: data53,
                parentDataProperty: 'channel',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.brand !== undefined) {
            if (
              !validate517(data53.brand, {
                instancePath: instancePath + '/columns/brand',
                parentData: data53,
                parentDataProperty: 'brand',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.identity !== undefined) {
            if (
              !validate517(data53.identity, {
                instancePath: instancePath + '/columns/identity',
                parentData: data53,
                parentDataProperty: 'identity',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.region !== undefined) {
            if (
              !validate517(data53.region, {
                instancePath: instancePath + '/columns/region',
                parentData: data53,
                parentDataProperty: 'region',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.environment !== undefined) {
            if (
              !validate517(data53.environment, {
                instancePath: instancePath + '/columns/environment',
                parentData: data53,
                parentDataProperty: 'environment',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.site !== undefined) {
            if (
              !validate517(data53.site, {
                instancePath: instancePath + '/columns/site',
                parentData: data53,
                parentDataProperty: 'site',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.team !== undefined) {
            if (
              !validate517(data53.team, {
                instancePath: instancePath + '/columns/team',
                parentData: data53,
                parentDataProperty: 'team',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.shift !== undefined) {
            if (
              !validate517(data53.shift, {
                instancePath: instancePath + '/columns/shift',
                parentData: data53,
                parentDataProperty: 'shift',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.agent !== undefined) {
            if (
              !validate517(data53.agent, {
                instancePath: instancePath + '/columns/agent',
                parentData: data53,
                parentDataProperty: 'agent',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
          if (data53.unit !== undefined) {
            let data74 = data53.unit
            if (Array.isArray(data74)) {
              const len3 = data74.length
              for (let i3 = 0; i3 < len3; i3++) {
                if (
                  !validate517(data74[i3], {
                    instancePath: instancePath + '/columns/unit/' + i3,
                    parentData: data74,
                    parentDataProperty: i3,
                    rootData,
                  })
                ) {
                  vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
                  errors = vErrors.length
                }
              }
            } else {
              const err39 = {
                instancePath: instancePath + '/columns/unit',
                schemaPath: '#/else/properties/columns/properties/unit/type',
                keyword: 'type',
                params: { type: 'array' },
                schema: schema109.else.properties.columns.properties.unit.type,
                parentSchema: schema109.else.properties.columns.properties.unit,
                data: data74,
              }
              if (vErrors === null) {
                vErrors = [err39]
              } else {
                vErrors.push(err39)
              }
              errors++
            }
          }
          if (data53.note !== undefined) {
            if (
              !validate539(data53.note, {
                instancePath: instancePath + '/columns/note',
                parentData: data53,
                parentDataProperty: 'note',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate539.errors : vErrors.concat(validate539.errors)
              errors = vErrors.length
            }
          }
          if (data53.source !== undefined) {
            if (
              !validate541(data53.source, {
                instancePath: instancePath + '/columns/source',
                parentData: data53,
                parentDataProperty: 'source',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate541.errors : vErrors.concat(validate541.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err40 = {
            instancePath: instancePath + '/columns',
            schemaPath: '#/else/properties/columns/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema109.else.properties.columns.type,
            parentSchema: schema109.else.properties.columns,
            data: data53,
          }
          if (vErrors === null) {
            vErrors = [err40]
          } else {
            vErrors.push(err40)
          }
          errors++
        }
      }
      if (data.constants !== undefined) {
        let data78 = data.constants
        if (data78 && typeof data78 == 'object' && !Array.isArray(data78)) {
          for (const key9 in data78) {
            let data79 = data78[key9]
            if (
              typeof data79 !== 'string' &&
              !(typeof data79 == 'number' && isFinite(data79)) &&
              typeof data79 !== 'boolean'
            ) {
              const err41 = {
                instancePath: instancePath + '/constants/' + key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/else/properties/constants/additionalProperties/type',
                keyword: 'type',
                params: { type: schema109.else.properties.constants.additionalProperties.type },
                schema: schema109.else.properties.constants.additionalProperties.type,
                parentSchema: schema109.else.properties.constants.additionalProperties,
                data: data79,
              }
              if (vErrors === null) {
                vErrors = [err41]
              } else {
                vErrors.push(err41)
              }
              errors++
            }
          }
        } else {
          const err42 = {
            instancePath: instancePath + '/constants',
            schemaPath: '#/else/properties/constants/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema109.else.properties.constants.type,
            parentSchema: schema109.else.properties.constants,
            data: data78,
          }
          if (vErrors === null) {
            vErrors = [err42]
          } else {
            vErrors.push(err42)
          }
          errors++
        }
      }
      if (data.events !== undefined) {
        let data80 = data.events
        if (data80 && typeof data80 == 'object' && !Array.isArray(data80)) {
          for (const key10 in data80) {
            if (
              !validate543(data80[key10], {
                instancePath: instancePath + '/events/' + key10.replace(/~/g, '~0').replace(/\//g, '~1'),
                parentData: data80,
                parentDataProperty: key10,
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate543.errors : vErrors.concat(validate543.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err43 = {
            instancePath: instancePath + '/events',
            schemaPath: '#/else/properties/events/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema109.else.properties.events.type,
            parentSchema: schema109.else.properties.events,
            data: data80,
          }
          if (vErrors === null) {
            vErrors = [err43]
          } else {
            vErrors.push(err43)
          }
          errors++
        }
      }
      if (data.attributes !== undefined) {
        let data82 = data.attributes
        if (data82 && typeof data82 == 'object' && !Array.isArray(data82)) {
          for (const key11 in data82) {
            const _errs129 = errors
            if (
              !validate545(key11, {
                instancePath: instancePath + '/attributes',
                parentData: data82,
                parentDataProperty: 'attributes',
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate545.errors : vErrors.concat(validate545.errors)
              errors = vErrors.length
            }
            var valid23 = _errs129 === errors
            if (!valid23) {
              const err44 = {
                instancePath: instancePath + '/attributes',
                schemaPath: '#/else/properties/attributes/propertyNames',
                keyword: 'propertyNames',
                params: { propertyName: key11 },
                schema: schema109.else.properties.attributes.propertyNames,
                parentSchema: schema109.else.properties.attributes,
                data: data82,
              }
              if (vErrors === null) {
                vErrors = [err44]
              } else {
                vErrors.push(err44)
              }
              errors++
            }
          }
          for (const key12 in data82) {
            if (
              !validate517(data82[key12], {
                instancePath: instancePath + '/attributes/' + key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                parentData: data82,
                parentDataProperty: key12,
                rootData,
              })
            ) {
              vErrors = vErrors === null ? validate517.errors : vErrors.concat(validate517.errors)
              errors = vErrors.length
            }
          }
        } else {
          const err45 = {
            instancePath: instancePath + '/attributes',
            schemaPath: '#/else/properties/attributes/type',
            keyword: 'type',
            params: { type: 'object' },
            schema: schema109.else.properties.attributes.type,
            parentSchema: schema109.else.properties.attributes,
            data: data82,
          }
          if (vErrors === null) {
            vErrors = [err45]
          } else {
            vErrors.push(err45)
          }
          errors++
        }
      }
      if (data.split !== undefined) {
        let data84 = data.split
        if (!(data84 === 'business' || data84 === 'channel')) {
          const err46 = {
            instancePath: instancePath + '/split',
            schemaPath: '#/else/properties/split/enum',
            keyword: 'enum',
            params: { allowedValues: schema109.else.properties.split.enum },
            schema: schema109.else.properties.split.enum,
            parentSchema: schema109.else.properties.split,
            data: data84,
          }
          if (vErrors === null) {
            vErrors = [err46]
          } else {
            vErrors.push(err46)
          }
          errors++
        }
      }
      if (data.ties !== undefined) {
        let data85 = data.ties
        if (!(data85 === 'file' || data85 === 'any')) {
          const err47 = {
            instancePath: instancePath + '/ties',
            schemaPath: '#/else/properties/ties/enum',
            keyword: 'enum',
            params: { allowedValues: schema109.else.properties.ties.enum },
            schema: schema109.else.properties.ties.enum,
            parentSchema: schema109.else.properties.ties,
            data: data85,
          }
          if (vErrors === null) {
            vErrors = [err47]
          } else {
            vErrors.push(err47)
          }
          errors++
        }
      }
      if (data['keep-rest'] !== undefined) {
        if (
          !validate548(data['keep-rest'], {
            instancePath: instancePath + '/keep-rest',
            parentData: data,
            parentDataProperty: 'keep-rest',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate548.errors : vErrors.concat(validate548.errors)
          errors = vErrors.length
        }
      }
      if (data.note !== undefined) {
        if (
          !validate539(data.note, {
            instancePath: instancePath + '/note',
            parentData: data,
            parentDataProperty: 'note',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate539.errors : vErrors.concat(validate539.errors)
          errors = vErrors.length
        }
      }
      if (data.source !== undefined) {
        if (
          !validate541(data.source, {
            instancePath: instancePath + '/source',
            parentData: data,
            parentDataProperty: 'source',
            rootData,
          })
        ) {
          vErrors = vErrors === null ? validate541.errors : vErrors.concat(validate541.errors)
          errors = vErrors.length
        }
      }
    } else {
      const err48 = {
        instancePath,
        schemaPath: '#/else/type',
        keyword: 'type',
        params: { type: 'object' },
        schema: schema109.else.type,
        parentSchema: schema109.else,
        data,
      }
      if (vErrors === null) {
        vErrors = [err48]
      } else {
        vErrors.push(err48)
      }
      errors++
    }
    var _valid0 = _errs71 === errors
    valid0 = _valid0
    ifClause0 = 'else'
  }
  if (!valid0) {
    const err49 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: ifClause0 },
      schema: schema109.if,
      parentSchema: schema109,
      data,
    }
    if (vErrors === null) {
      vErrors = [err49]
    } else {
      vErrors.push(err49)
    }
    errors++
  }
  validate513.errors = vErrors
  return errors === 0
}

/** A compiled schema: false when `data` breaks it, with what is wrong in `errors`. */
export interface Validator {
  (data: unknown): boolean
  errors?: null | ErrorObject[]
}
export const validators: Readonly<
  Record<'map' | 'catalog' | 'lexicons' | 'touchpoints' | 'flow' | 'rules' | 'scorecard' | 'mapping', Validator>
> = {
  map: validate_map,
  catalog: validate_catalog,
  lexicons: validate_lexicons,
  touchpoints: validate_touchpoints,
  flow: validate_flow,
  rules: validate_rules,
  scorecard: validate_scorecard,
  mapping: validate_mapping,
}
