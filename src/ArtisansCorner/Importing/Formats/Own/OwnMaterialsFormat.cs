using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Our own format of materials, documented in docs/user-guide/templates.md: one row for each material, which says how it is measured.</summary>
internal sealed class OwnMaterialsFormat : IMappable
{
    public string Key => "materials";

    public string Name => "Materials in our own format";

    public string Things => "a material that you use up";

    public IReadOnlyList<MapField> Fields => OwnMaterialsFields.All;

    public string Needs => "name and unit, and neither a day nor a price to sell at";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new OwnMaterialsColumns(headings);
        if (columns.Name < 0 || columns.Unit < 0) return default;
        // What has a day is a list of what happened, and what has a price is sold.
        if (!((IMappable)this).IsSaidOf(headings) && headings.Find("date", "order date", "sale date", "day", "price", "unit price", "retail price", "sale price") >= 0) return default;
        var named = headings.Names.Count(name => !string.IsNullOrWhiteSpace(name));
        return new FormatMatch(Math.Min(96, 100 * columns.Count / Math.Max(1, named)), $"{columns.Count} of its {named} columns are columns of our format of materials.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings)
    {
        var columns = new OwnMaterialsColumns(headings);
        return [columns.Cost, columns.OnHand, columns.Low, columns.Holds];
    }

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft) =>
        new OwnMaterialsRows(headings, new OwnMaterialsColumns(headings), new CellCheck(habits, shop), draft).Read;
}

/// <summary>Where the columns of our own format of materials stand in a file; −1 where one is missing.</summary>
internal sealed class OwnMaterialsColumns(Headings headings)
{
    /// <summary>The headings of the template, in its order.</summary>
    public static readonly IReadOnlyList<string> Template = ["name", "code", "category", "unit", "bought in", "holds", "on hand", "unit cost", "low at"];

    public int Name { get; } = headings.Find("name", "material", "material name");

    public int Code { get; } = headings.Find("code", "sku", "material code", "item code");

    public int Category { get; } = headings.Find("category", "group");

    public int Unit { get; } = headings.Find("unit", "used in", "unit of use", "uom", "unit of measure");

    public int PurchaseUnit { get; } = headings.Find("bought in", "purchase unit", "unit of purchase");

    public int Holds { get; } = headings.Find("holds", "contains");

    public int OnHand { get; } = headings.Find("on hand", "in stock", "stock", "there is");

    public int Cost { get; } = headings.Find("unit cost", "cost", "purchase price", "purchase cost");

    public int Low { get; } = headings.Find("low at", "threshold", "reorder level", "reorder point", "minimum");

    public int Currency { get; } = OwnCurrency.In(headings);

    /// <summary>How many of ours the file has.</summary>
    public int Count => new[] { Name, Code, Category, Unit, PurchaseUnit, Holds, OnHand, Cost, Low, Currency }.Count(column => column >= 0);
}
