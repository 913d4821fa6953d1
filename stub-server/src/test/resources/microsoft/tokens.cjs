// Asks the stub for tokens with the vendor's libraries for Node; MicrosoftToolProof puts the page's own lines in.
const {ConfidentialClientApplication} = require('@azure/msal-node');
const {ClientCertificateCredential, ClientSecretCredential} = require('@azure/identity');

const {stub, tenant, clientId, certificate} = process.env;
const api = 'https://api.securitycenter.windows.com/.default';
const clients = clientSecret => {
    /* page */
    return {msal, credential};
};

const list = async token => {
    const headers = {Authorization: `Bearer ${token}`};
    return (await fetch(`${stub}/api/tiindicators`, {headers})).status;
};
const refused = call => call.then(() => 'accepted', e => e.message.match(/^invalid_client: .*(AADSTS\d+)/)[1]);

(async () => {
    const {msal, credential} = clients('sesame');
    const first = await msal.acquireTokenByClientCredential({scopes: [api]});
    console.log('msal-node', await list(first.accessToken), first.fromCache);
    console.log('msal-node again', (await msal.acquireTokenByClientCredential({scopes: [api]})).fromCache);
    console.log('identity', await list((await credential.getToken(api)).token));
    const options = {authorityHost: stub, disableInstanceDiscovery: true};
    const signer = new ClientCertificateCredential(tenant, clientId, certificate, options);
    console.log('identity certificate', await list((await signer.getToken(api)).token));
    const wrong = clients('wrong');
    console.log('msal-node refused', await refused(wrong.msal.acquireTokenByClientCredential({scopes: [api]})));
    console.log('identity refused', await refused(wrong.credential.getToken(api)));
})();
