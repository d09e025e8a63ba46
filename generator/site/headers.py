"""What a server should send with the site's files: the security headers, and for how long a file may be kept.

One value, `SECURITY`, for `plans serve`, the tests and the files that tell a council's own server.
"""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # WebAssembly: the search runs in the browser
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
# What pages do not do, no page can be made to do. Browsers warn of names that they do not know.
REFUSED_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")

SECURITY: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in REFUSED_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# It binds every page of a host for a year, so whoever runs the host turns it on, and nobody else.
TRANSPORT = ("Strict-Transport-Security", "max-age=31536000")

# A page is asked for again each time, so that what is mended or taken down is gone at once. The name of an asset
# changes with what it holds, so it never has to be asked for again.
BRIEFLY, FOR_GOOD = "no-cache", "public, max-age=31536000, immutable"
DAYS_FOR_GOOD = 365
ASSETS = "assets"
FINGERPRINTED = r"/assets/.+\.[0-9a-f]{10}\.[a-z0-9]+$"

# IIS hands out no file whose type it has not been told: those of the site that some version of it does not know.
OF_THE_SEARCH = (".pagefind", ".pf_fragment", ".pf_index", ".pf_meta")
UNKNOWN_TO_IIS: Mapping[str, str] = {
    ".csv": "text/csv",
    ".epub": "application/epub+zip",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".lock": "text/plain",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".zip": "application/zip",
    **dict.fromkeys(OF_THE_SEARCH, "application/octet-stream"),
}

# What nginx's own list of types lacks, in the order of the site's files: without it they would be sent as bytes.
UNKNOWN_TO_NGINX = {ending: UNKNOWN_TO_IIS[ending] for ending in (".csv", ".ics", ".lock", *OF_THE_SEARCH)}
# Their first letters may be outside ASCII, and they say nowhere themselves in which way they are written.
UTF_8 = (
    "text/css",
    "text/csv",
    "text/calendar",
    "text/plain",
    "text/xml",
    "application/javascript",
    "application/json",
)
COMPRESSED = (*UTF_8, "image/svg+xml", "application/wasm")

HEADERS_FILE, NGINX_FILE, IIS_FILE = "_headers", "nginx-headers.conf", "iis-web.config"
FILES = (HEADERS_FILE, NGINX_FILE, IIS_FILE)
LEFT_TO_THE_HOST = "Only where every page of this host is served over https, for it binds the whole host for a year:"


def header_files(*, has_lost_page: bool) -> dict[str, bytes]:
    """The files at the top of the site that tell servers what to send, by name. docs/hosting.md says how to use each.

    They hold nothing that an answer of the server does not show. `has_lost_page` says whether there is a 404.html.
    """
    texts = {HEADERS_FILE: _headers(), NGINX_FILE: _nginx(), IIS_FILE: _iis(has_lost_page=has_lost_page)}
    return {name: text.encode("ascii") for name, text in texts.items()}


def _headers() -> str:
    """For Netlify and Cloudflare Pages. Both let pages be asked for again each time without being told."""
    return "\n".join(
        [
            "# Netlify and Cloudflare Pages read this file.",
            f"# {LEFT_TO_THE_HOST}",
            "# move the next line below the others, and take its # away.",
            f"#  {': '.join(TRANSPORT)}",
            "/*",
            *(f"  {name}: {value}" for name, value in SECURITY.items()),
            f"/{ASSETS}/*",
            f"  Cache-Control: {FOR_GOOD}",
            "",
        ]
    )


def _nginx() -> str:
    """To be included in a `server`. It opens no location: one with a header of its own loses all of the server's."""
    return "\n".join(
        [
            "# For nginx: copy this file out of the site's folder, include the copy in the server block, and compare",
            "# both after each new version. A location that has an add_header line of its own loses those of the",
            "# server block: give it all add_header lines of this file too.",
            *(f'add_header {name} "{value}" always;' for name, value in SECURITY.items()),
            f"# {LEFT_TO_THE_HOST}",
            '# add_header {} "{}" always;'.format(*TRANSPORT),
            "",
            f'set $plans_kept "{BRIEFLY}";',
            f'if ($uri ~ "{FINGERPRINTED}") {{',
            f'    set $plans_kept "{FOR_GOOD}";',
            "}",
            '# Without "always": that a file is missing is not to be kept.',
            "add_header Cache-Control $plans_kept;",
            "",
            "# What nginx does not know by itself.",
            "types {",
            *(f"    {kind} {' '.join(endings)};" for kind, endings in _endings(UNKNOWN_TO_NGINX).items()),
            "}",
            "charset utf-8;",
            f"charset_types {' '.join(UTF_8)};",
            "gzip on;",
            "gzip_vary on;",
            f"gzip_types {' '.join(COMPRESSED)};",
            "",
        ]
    )


def _endings(types: Mapping[str, str]) -> dict[str, list[str]]:
    """The endings of names, without their dot, for each type."""
    found: dict[str, list[str]] = {}
    for ending, kind in types.items():
        found.setdefault(kind, []).append(ending.removeprefix("."))
    return found


def _iis(*, has_lost_page: bool) -> str:
    """For IIS, once it is called web.config. All is removed first: two headers of one name stop the whole site."""
    headers = [
        line
        for name, value in SECURITY.items()
        for line in (f"<remove name={quoteattr(name)}/>", f"<add name={quoteattr(name)} value={quoteattr(value)}/>")
    ]
    types = [
        line
        for name, kind in UNKNOWN_TO_IIS.items()
        for line in (f'<remove fileExtension="{name}"/>', f'<mimeMap fileExtension="{name}" mimeType="{kind}"/>')
    ]
    lost = ['<remove statusCode="404"/>', '<error statusCode="404" path="404.html" responseMode="File"/>']
    transport = "<add name={} value={}/>".format(*map(quoteattr, TRANSPORT))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            "<!-- For IIS: copy this file beside the site's index.html, under the name web.config. -->",
            "<configuration>",
            "  <system.webServer>",
            "    <httpProtocol>",
            "      <customHeaders>",
            *(f"        {line}" for line in headers),
            f"        <!-- {LEFT_TO_THE_HOST} {transport} -->",
            "      </customHeaders>",
            "    </httpProtocol>",
            "    <staticContent>",
            '      <clientCache cacheControlMode="DisableCache"/>',
            *(f"      {line}" for line in types),
            "    </staticContent>",
            *(["    <httpErrors>", *(f"      {line}" for line in lost), "    </httpErrors>"] if has_lost_page else []),
            "  </system.webServer>",
            f'  <location path="{ASSETS}">',
            "    <system.webServer>",
            "      <staticContent>",
            f'        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{DAYS_FOR_GOOD}.00:00:00"/>',
            "      </staticContent>",
            "    </system.webServer>",
            "  </location>",
            "</configuration>",
            "",
        ]
    )
