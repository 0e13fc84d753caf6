// No browser is downloaded: Chromium is found on the machine or named (docs/cli.md, render).
module.exports = { skipDownload: true }
