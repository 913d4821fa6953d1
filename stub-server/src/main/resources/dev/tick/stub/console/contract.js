"use strict";
const key = sessionStorage.getItem("key");
SwaggerUIBundle({
  url: "/tick/contract",
  dom_id: "#contract",
  validatorUrl: null,
  supportedSubmitMethods: [],
  requestInterceptor: request => { if (key) request.headers["X-Tick-Key"] = key; return request; }
});
