// No browser is downloaded: Chromium is found on the machine or named (docs/pictures.md).
module.exports = { skipDownload: true }
