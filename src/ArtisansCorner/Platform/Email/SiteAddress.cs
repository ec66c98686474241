namespace ArtisansCorner.Platform.Email;

/// <summary>Where people reach this installation, as Site:Url says it, for links in e-mails, which no request gives an address to.</summary>
/// <param name="Url">The address without a slash at its end; nothing where it is not set.</param>
public sealed record SiteAddress(string? Url)
{
    /// <summary>As configured; one that makes no sense stops the start, for its links would lead nowhere.</summary>
    public static SiteAddress Parse(string? url)
    {
        if (string.IsNullOrWhiteSpace(url)) return new SiteAddress((string?)null);
        return Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Query.Length + address.Fragment.Length + address.UserInfo.Length == 0
            ? new SiteAddress(address.AbsoluteUri.TrimEnd('/'))
            : throw new InvalidOperationException("Site:Url is no address of a website, such as https://shop.example.com.");
    }

    /// <summary>The address of a page, such as “/clay/import”; nothing where the site's is not set.</summary>
    public string? Of(string page) => Url is null ? null : Url + page;
}
