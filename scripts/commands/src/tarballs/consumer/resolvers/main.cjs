const { call } = require("./call.cjs");

call().then((answers) => console.log(JSON.stringify(answers)));
