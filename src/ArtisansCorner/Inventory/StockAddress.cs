using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory;

/// <summary>What the address of the list of stock says; its filters stack. What makes no sense in it is left out.</summary>
/// <param name="Shop">The shop's name in addresses.</param>
/// <param name="Search">Words that are searched for.</param>
/// <param name="Show">Which items are shown.</param>
/// <param name="Category">The category that is shown.</param>
/// <param name="Tag">The tag that is shown.</param>
/// <param name="Maker">The maker whose things are shown.</param>
/// <param name="Cursor">After which item the page begins.</param>
public sealed record StockAddress(string Shop, string? Search, StockShow Show, string? Category, string? Tag, Guid? Maker, string? Cursor)
{
    /// <summary>How many items a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The address as its texts say it.</summary>
    public static StockAddress Read(string shop, IQueryCollection query) =>
        new(shop, Text(query["q"]), EnumWords.Find<StockShow>(query["show"]) ?? StockShow.All, Text(query["category"]), Text(query["tag"]), Guid.TryParse(query["maker"], out var maker) ? maker : null, Text(query["cursor"]));

    /// <summary>The address of the items of a category, a tag or a maker.</summary>
    public static string Of(string shop, string? category = null, string? tag = null, Guid? maker = null) => new StockAddress(shop, null, StockShow.All, category, tag, maker, null).Page;

    /// <summary>Which items it shows.</summary>
    public StockFilter Filter => new(Search, Show, Category, Tag, Maker);

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsFiltered => Filter != new StockFilter();

    /// <summary>Whether words, a category, a tag or a maker are asked for, so that there may be nothing that fits.</summary>
    public bool IsNarrowed => (Search ?? Category ?? Tag) is not null || Maker is not null;

    /// <summary>The page.</summary>
    public string Page => AddressOf(Everything);

    /// <summary>The page to type over.</summary>
    public string Edit => AddressOf($"/{Shop}/inventory/edit");

    /// <summary>The rows alone.</summary>
    public string Rows => AddressOf($"/{Shop}/inventory/rows");

    /// <summary>Everything that fits, as a file.</summary>
    public string Csv => (this with { Cursor = null }).AddressOf($"/{Shop}/inventory.csv");

    /// <summary>The page from its start, without any filter.</summary>
    public string Everything => $"/{Shop}/inventory";

    private string AddressOf(string path) => Address.Of(path, ("q", Search), ("show", Show == StockShow.All ? null : EnumWords.Of(Show)), ("category", Category), ("tag", Tag), ("maker", Maker?.ToString()), ("cursor", Cursor));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
