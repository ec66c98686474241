using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Shops;

/// <summary>Where a saved view may lead: to pages of the shop that show figures or lists, and nowhere else.</summary>
public static class ViewAddress
{
    /// <summary>No address is longer.</summary>
    public const int Longest = 2000;

    private static readonly string[] Pages = ["analytics", "analytics/products", "sales", "inventory"];

    /// <summary>The page and its query inside the shop, from an address with or without the shop's name in it.</summary>
    public static Outcome<string> Read(string? address, string shop)
    {
        var text = address?.Trim() ?? "";
        if (text.Length > Longest) return new Problem("address_too_long", $"An address has at most {Longest} characters.", "Address");
        if (text.StartsWith($"/{shop}/", StringComparison.Ordinal)) text = text[(shop.Length + 2)..];
        var end = text.IndexOf('?', StringComparison.Ordinal);
        var (page, query) = end < 0 ? (text, "") : (text[..end], text[end..]);
        // What an address carries is escaped: anything else is no query of ours.
        if (!Pages.Contains(page, StringComparer.Ordinal) || query.Any(letter => letter is < '!' or > '~' or '\\' or '"' or '<' or '>' or '#'))
            return new Problem("not_a_page", $"That is not a page of this shop that can be kept; those are: {string.Join(", ", Pages)}.", "Address");
        return page + (query.Length > 1 ? query : "");
    }

    /// <summary>What a page is called.</summary>
    public static string PageName(string address) => address.Split('?')[0] switch
    {
        "analytics" => "Analytics",
        "analytics/products" => "Products",
        "sales" => "Sales",
        _ => "Inventory",
    };
}
