package dev.tick.doccheck;

import java.util.List;
import java.util.stream.Stream;

/**
 * One change to the page {@code pages/submit.md}.
 *
 * @param name what the vendor did
 * @param from text of the page, whose first occurrence is replaced
 * @param to what stands there then
 * @param drifts the lines that must be told, and no other
 */
record SeededChange(String name, String from, String to, List<String> drifts) {
    @Override
    public String toString() {
        return name;
    }

    private static SeededChange seeded(String name, String from, String to, String... drifts) {
        return new SeededChange(name, from, to, List.of(drifts));
    }

    static Stream<SeededChange> facts() {
        return Stream.of(
                seeded(
                        "a new value of an enumeration",
                        "\"Medium\" and \"High\"",
                        "\"Medium\", \"High\" and \"Critical\"",
                        "submit.md:52: property severity, value Critical: page: listed, contract: not listed"),
                seeded(
                        "a value of an enumeration less",
                        "\"Alert\", \"AlertAndBlock\", and \"Allowed\"",
                        "\"Alert\" and \"AlertAndBlock\"",
                        "submit.md:51: property action, value Allowed: page: not listed, contract: listed"),
                seeded(
                        "a value of an enumeration in another case",
                        "\"IpAddress\"",
                        "\"IPAddress\"",
                        "submit.md:48: property indicatorType, value IPAddress: page: listed, contract: not listed",
                        "submit.md:48: property indicatorType, value IpAddress: page: not listed, contract: listed"),
                seeded(
                        "an enumeration without its list",
                        "possible values are: \"Informational\", \"Low\", \"Medium\" and \"High\".",
                        "",
                        "submit.md:52: property severity, values: page: none, contract: Informational, Low, Medium, High"),
                seeded(
                        "a property that is required no longer",
                        "and \"Allowed\". **Required**",
                        "and \"Allowed\". **Optional**",
                        "submit.md:51: property action, required: page: no, contract: yes"),
                seeded(
                        "a property that is required now",
                        "A name for people.",
                        "A name for people. **Required**.",
                        "submit.md:49: property title, required: page: yes, contract: no"),
                seeded(
                        "a new property",
                        "description | String | More about it.\n",
                        "description | String | More about it.\napplication | String | What found it.\n",
                        "submit.md:54: property application: page: listed, contract: not listed"),
                seeded(
                        "a new property that is required",
                        "description | String | More about it.\n",
                        "description | String | More about it.\napplication | String | What found it. **Required**\n",
                        "submit.md:54: property application: page: listed, contract: not listed",
                        "submit.md:54: property application, required: page: yes, contract: no"),
                seeded(
                        "a property less",
                        "recommendedActions | String | What to do then.\n",
                        "",
                        "submit.md:42: property recommendedActions: page: not listed, contract: listed"),
                seeded(
                        "a property of another name",
                        "indicator | String",
                        "indicatorValue | String",
                        "submit.md:47: property indicatorValue: page: listed, contract: not listed",
                        "submit.md:47: property indicatorValue, required: page: yes, contract: no",
                        "submit.md:42: property indicator: page: not listed, contract: listed"),
                seeded(
                        "a property of another type",
                        "expirationTime | DateTimeOffset",
                        "expirationTime | String",
                        "submit.md:50: property expirationTime, type: page: String, contract: DateTimeOffset"),
                seeded(
                        "a property of a type that nobody knows",
                        "title | String",
                        "title | Caption",
                        "submit.md:49: property title, type: page: Caption, contract: String"),
                seeded(
                        "another status",
                        "with 201 - Created",
                        "with 200 - OK",
                        "submit.md:58: status 200: page: listed, contract: not listed",
                        "submit.md:57: status 201: page: not listed, contract: listed"),
                seeded(
                        "one more status",
                        "in the body.\n",
                        "in the body.\n\nToo much at once is answered with 413 Content Too Large.\n",
                        "submit.md:60: status 413: page: listed, contract: not listed"),
                seeded(
                        "a text about the response that names no status",
                        "with 201 - Created",
                        "as created",
                        "submit.md:57: section Response: page: nothing that can be read, contract: 201"));
    }

    static Stream<SeededChange> frame() {
        return Stream.of(
                seeded(
                        "a permission of another name",
                        "Ti_ReadWrite |",
                        "Ti.ReadWrite |",
                        "submit.md:19: permission Ti_ReadWrite: page: not listed, contract: listed",
                        "submit.md:1: permission Ti.ReadWrite: page: no known defect any more,"
                                + " contract: one that TOK-024 tells of"),
                seeded(
                        "a permission for signed-in users",
                        "'To read and write them'\n",
                        "'To read and write them'\nDelegated (work or school account) | Ti.ReadWrite | 'Them'\n",
                        "submit.md:25: delegated permission Ti.ReadWrite: page: listed, contract: not listed"),
                seeded(
                        "one more permission",
                        "'To read and write them'\n",
                        "'To read and write them'\nApplication | Ti.ReadWrite.All | 'All'\n",
                        "submit.md:25: permission Ti.ReadWrite.All: page: listed, contract: not listed"),
                seeded("another method", "POST https", "PUT https", "submit.md:29: method: page: PUT, contract: POST"),
                seeded(
                        "a method in small letters",
                        "POST https",
                        "Post https",
                        "submit.md:29: method: page: Post, contract: POST"),
                seeded(
                        "another path",
                        "/api/tiindicators",
                        "/api/indicators",
                        "submit.md:29: path: page: /api/indicators, contract: /api/tiindicators"),
                seeded(
                        "another host",
                        "https://api.securitycenter.windows.com",
                        "https://api.security.microsoft.com",
                        "submit.md:29: host: page: https://api.security.microsoft.com, contract:"
                                + " https://api.securitycenter.windows.com https://api-us.securitycenter.windows.com"
                                + " https://api-eu.securitycenter.windows.com https://api-uk.securitycenter.windows.com"),
                seeded(
                        "a header that is required no longer",
                        "application/json. **Required**.",
                        "application/json.",
                        "submit.md:40: header Content-Type, required: page: no, contract: yes"),
                seeded(
                        "a header less",
                        "Content-Type | string | application/json. **Required**.\n",
                        "",
                        "submit.md:35: header Content-Type: page: not listed, contract: listed"),
                seeded(
                        "one more header",
                        "application/json. **Required**.\n",
                        "application/json. **Required**.\nIf-Match | String | The version. **Required**.\n",
                        "submit.md:41: header If-Match: page: listed, contract: not listed"),
                seeded(
                        "another content type",
                        "| application/json.",
                        "| application/merge-patch+json.",
                        "submit.md:40: header Content-Type, value: page: application/merge-patch+json,"
                                + " contract: application/json"),
                seeded(
                        "another scheme of tokens",
                        "Bearer {token}",
                        "Digest {token}",
                        "submit.md:39: header Authorization, value: page: Digest {token}. Required ., contract: Bearer"));
    }

    static Stream<SeededChange> examples() {
        return Stream.of(
                seeded(
                        "a property of another name in the request",
                        "\t\"action\"",
                        "\t\"reaction\"",
                        "submit.md:70: example request body: page: nothing, contract: a property 'action'",
                        "submit.md:70: example request body: page: one, contract: no property 'reaction'"),
                seeded(
                        "another value in the request",
                        "\t\"severity\": \"Low\"",
                        "\t\"severity\": \"Lowest\"",
                        "submit.md:76: example request /severity: page: \"Lowest\", contract: one of"
                                + " [\"Informational\",\"Low\",\"Medium\",\"High\"] or type \"null\""),
                seeded(
                        "another status of the answer",
                        "HTTP/1.1 201 Created",
                        "HTTP/1.1 200 OK",
                        "submit.md:87: example answer, status: page: 200, contract: 201"),
                seeded(
                        "another content type of the answer",
                        "201 Created\nContent-type: application/json",
                        "201 Created\nContent-type: application/xml",
                        "submit.md:87: example answer, header Content-Type: page: application/xml, contract: application/json"),
                seeded(
                        "a new property in the answer",
                        "    \"createdBy\"",
                        "    \"source\": \"x\",\n    \"createdBy\"",
                        "submit.md:95: example answer /source: page: listed, contract: not listed"),
                seeded(
                        "a property less in the answer",
                        "    \"createdBy\": \"00000000-0000-4000-8000-000000000001\",\n",
                        "",
                        "submit.md:89: example answer /createdBy: page: not listed, contract: listed"),
                seeded(
                        "an answer that is no JSON",
                        "    \"title\": \"a sample\"",
                        "    \"title\": sample",
                        "submit.md:87: example answer, body: page: no JSON: Unrecognized token 'sample':"
                                + " was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false'), contract: JSON"),
                seeded(
                        "an example of another operation",
                        "POST https://api.securitycenter.windows.com/api/tiindicators\nContent",
                        "GET https://api.securitycenter.windows.com/api/tiindicators\nContent",
                        "submit.md:68: example request, line: page: GET"
                                + " https://api.securitycenter.windows.com/api/tiindicators,"
                                + " contract: POST /api/tiindicators"),
                seeded(
                        "an expiration to come",
                        "\t\"expirationTime\": \"2021-",
                        "\t\"expirationTime\": \"2031-",
                        "submit.md:1: example request /expirationTime: page: no known defect any more,"
                                + " contract: one that DEF-004 tells of"),
                seeded(
                        "the metadata of yet another collection",
                        "#MachineActions/",
                        "#Alerts/",
                        "submit.md:90: example answer /@odata.context: page:"
                                + " https://api.securitycenter.windows.com/api/$metadata#Alerts/$entity, contract:"
                                + " https://api.securitycenter.windows.com/api/$metadata#TiIndicators/$entity",
                        "submit.md:1: example answer /@odata.context: page: no known defect any more,"
                                + " contract: one that DEF-001 tells of"));
    }

    static Stream<SeededChange> parts() {
        return Stream.of(
                seeded(
                        "no section of permissions",
                        "## Permissions",
                        "## Rights",
                        "submit.md:1: section Permissions: page: no such section, contract: Ti.ReadWrite, Ti_ReadWrite"),
                seeded(
                        "no section of the request",
                        "## HTTP request",
                        "## Call",
                        "submit.md:1: section HTTP request: page: no such section, contract: POST /api/tiindicators"),
                seeded(
                        "no request line",
                        "```\nPOST https://api.securitycenter.windows.com/api/tiindicators\n```",
                        "See below.",
                        "submit.md:27: section HTTP request: page: nothing that can be read,"
                                + " contract: POST /api/tiindicators"),
                seeded(
                        "no section of headers",
                        "## Request headers",
                        "## Headers to send",
                        "submit.md:1: section Request headers: page: no such section,"
                                + " contract: Authorization, Content-Type"),
                seeded(
                        "no table of properties",
                        "Parameter |\tType\t| Description\n:---|:---|:---\n",
                        "",
                        "submit.md:42: section Request body: page: nothing that can be read, contract: indicator,"
                                + " indicatorType, title, expirationTime, action, severity, description,"
                                + " recommendedActions"),
                seeded(
                        "no section of the response",
                        "## Response",
                        "## What comes back",
                        "submit.md:1: section Response: page: no such section, contract: 201"),
                seeded(
                        "no example",
                        "## Example",
                        "## Sample",
                        "submit.md:1: section Example: page: no such section, contract: POST /api/tiindicators"));
    }
}
