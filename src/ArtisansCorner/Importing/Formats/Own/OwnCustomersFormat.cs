using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Our own format of customers, documented in docs/user-guide/catalog.md: known by their e-mail, without which nobody can be known again.</summary>
internal sealed class OwnCustomersFormat : IMappable
{
    private const string ChannelName = "Manual";

    /// <summary>The headings of the template, in its order.</summary>
    public static readonly IReadOnlyList<string> Template = ["email", "name", "city", "region", "country", "postcode"];

    public string Key => "customers";

    public string Name => "Customers in our own format";

    public string Things => "a customer";

    public IReadOnlyList<MapField> Fields => OwnCustomersFields.All;

    public string Needs => "email and name, and neither a date nor a price";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = Columns(headings);
        // What has a day or a price tells of sales.
        if (columns.Email < 0 || columns.Names[0] < 0 || (!((IMappable)this).IsSaidOf(headings) && headings.Find("date", "order date", "sale date", "sold at", "day", "price", "unit price", "quantity") >= 0)) return default;
        var named = headings.Names.Count(name => !string.IsNullOrWhiteSpace(name));
        var known = new[] { columns.Email, columns.Names[0], columns.City, columns.Region, columns.Country, columns.Postcode }.Count(column => column >= 0);
        return new FormatMatch(Math.Min(96, 100 * known / Math.Max(1, named)), $"{known} of its {named} columns are columns of our format of customers.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft) => new CustomerRows(headings, Columns(headings), draft, ChannelName).Read;

    private static CustomerColumns Columns(Headings headings) => new(
        headings.Find("email", "e-mail", "email address", "customer email"), -1, [headings.Find("name", "full name", "customer name", "customer")],
        headings.Find("city", "town"), headings.Find("region", "state", "province", "county"), headings.Find("country"), headings.Find("postcode", "zip", "postal code"));
}
