using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Shopify's customers: known by their e-mail, else by Shopify's number. What they spent is not taken over: it is the sum of their sales.</summary>
internal sealed class ShopifyCustomersFormat : IFormat
{
    private const string ChannelName = "Shopify";
    private const int Confidence = 98;

    public string Key => "shopify-customers";

    public string Name => "Shopify customers";

    public string Needs => "First Name, Last Name, Email and Total Orders";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings) => headings.Find("First Name") < 0 || headings.Find("Last Name") < 0 || headings.Find("Email") < 0 || headings.Find("Total Orders") < 0 ? default
        : new FormatMatch(Confidence, "It has names, e-mail and Shopify's total of orders in each row.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var columns = new CustomerColumns(
            headings.Find("Email"), headings.Find("Customer ID"), [headings.Find("First Name"), headings.Find("Last Name")], headings.Find("Default Address City"),
            headings.Find("Default Address Province Code"), headings.Find("Default Address Country Code"), headings.Find("Default Address Zip"));
        return new CustomerRows(headings, columns, draft, ChannelName).Read;
    }
}
