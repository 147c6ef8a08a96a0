"""The Content-Security-Policy that every page carries, the same on all of them."""

SCRIPT_HASHES: tuple[str, ...] = ("sha256-QyTtDDFLXBvfGOJg/eg10u8Zl2fkqd9TEDGmSc3l5MU=",)
"""The theme's inline scripts that may run. A fixed list: hashing whatever is found in a page
would also bless what somebody injected. A test tells when the theme changes."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'" + "".join(f" '{digest}'" for digest in SCRIPT_HASHES),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
        "frame-src 'none'",
    )
)
"""What a browser may load and run: nothing but the site's own files."""
