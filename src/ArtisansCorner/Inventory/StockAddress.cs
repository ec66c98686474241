using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory;

/// <summary>What the address of the list of stock says; its filters stack. What makes no sense in it is left out.</summary>
/// <param name="Shop">The shop's name in addresses.</param>
/// <param name="Search">Words that are searched for.</param>
/// <param name="Show">Which items are shown.</param>
/// <param name="Cursor">After which item the page begins.</param>
public sealed record StockAddress(string Shop, string? Search, StockShow Show, string? Cursor)
{
    /// <summary>How many items a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The address as its texts say it.</summary>
    public static StockAddress Read(string shop, string? q, string? show, string? cursor) =>
        new(shop, string.IsNullOrWhiteSpace(q) ? null : q.Trim(), EnumWords.Find<StockShow>(show) ?? StockShow.All, string.IsNullOrEmpty(cursor) ? null : cursor);

    /// <summary>Which items it shows.</summary>
    public StockFilter Filter => new(Search, Show);

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsFiltered => Filter != new StockFilter();

    /// <summary>The page.</summary>
    public string Page => AddressOf(Everything);

    /// <summary>The rows alone.</summary>
    public string Rows => AddressOf($"/{Shop}/inventory/rows");

    /// <summary>The page from its start, without any filter.</summary>
    public string Everything => $"/{Shop}/inventory";

    private string AddressOf(string path) => Address.Of(path, ("q", Search), ("show", Show == StockShow.All ? null : EnumWords.Of(Show)), ("cursor", Cursor));
}
