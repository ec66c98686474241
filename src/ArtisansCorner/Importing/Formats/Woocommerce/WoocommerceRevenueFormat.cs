using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Woocommerce;

/// <summary>WooCommerce's “Revenue” of its analytics: sums of days, which are no sales. It is known so that it can be said which file to bring instead.</summary>
internal sealed class WoocommerceRevenueFormat : IFormat
{
    private const int Confidence = 98;

    public string Key => "woocommerce-revenue";

    public string Name => "WooCommerce revenue by day";

    public string Needs => "Date, Orders, Gross sales, Returns, Net sales and Total sales";

    public FormatMatch Match(Headings headings) =>
        headings.Find("Date") < 0 || headings.Find("Orders") < 0 || headings.Find("Gross sales") < 0 || headings.Find("Returns") < 0 || headings.Find("Net sales") < 0 || headings.Find("Total sales") < 0 ? default
            : new FormatMatch(Confidence, "It has the sums of a day in each row, and no orders.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [headings.Find("Date")];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [headings.Find("Gross sales"), headings.Find("Total sales")];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft) =>
        row => draft.Rejections.Add(CellCheck.Rejected(row, headings.Find("Date"), headings, Reasons.SumsOfDays));
}
