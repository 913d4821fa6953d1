// openapi-backend as its guide shows it, over Node's own server: node openapi-backend.js <port> <openapi.json>
const http = require('http');
const {readFileSync} = require('fs');
const {OpenAPIBackend} = require('openapi-backend');
const formats = require('ajv-formats');

const [port, document] = process.argv.slice(2);
const api = new OpenAPIBackend({
    definition: JSON.parse(readFileSync(document)),
    quick: true,
    customizeAjv: ajv => formats(ajv),
});
// The handlers answer what the contract has as examples, as a mock server does.
const mocked = (operation, code) => {
    const {status, mock} = api.mockResponseForOperation(operation, {code});
    return {status, body: JSON.stringify(mock)};
};
api.register({
    notImplemented: context => mocked(context.operation.operationId),
    validationFail: context => mocked(context.operation.operationId, 400),
    notFound: () => ({status: 404, body: ''}),
    methodNotAllowed: () => ({status: 405, body: ''}),
});

http.createServer((request, response) => {
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', async () => {
        const {status, body} = await api.handleRequest({
            method: request.method,
            path: request.url,
            body: Buffer.concat(chunks).toString(),
            headers: request.headers,
        });
        response.writeHead(status, {'Content-Type': 'application/json'}).end(body);
    });
}).listen(Number(port), '127.0.0.1');
