using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Stripe;

/// <summary>
/// Stripe's itemized balance change and payout reconciliation: a row is one change of the balance, net = gross − fee, on the clock of UTC.
/// Payments alone are no sales, unless that is asked for by the key with “-sales”: the shop system tells of them with what was sold.
/// </summary>
internal sealed class StripeFormat(bool withSales) : IFormat
{
    private const int Confidence = 98;
    private const int WhenAskedFor = 70;

    public string Key => withSales ? "stripe-sales" : "stripe";

    public string Name => withSales ? "Stripe payments, as sales too" : "Stripe balance, itemized";

    public string Needs => "balance_transaction_id, created_utc, gross, fee, net and reporting_category";

    public string? Otherwise => withSales ? "stripe" : "stripe-sales";

    public int Order => IFormat.AfterSales;

    public FormatMatch Match(Headings headings) => new StripeColumns(headings).Needed.Any(column => column < 0) ? default
        : withSales ? new FormatMatch(WhenAskedFor, "It is Stripe's balance, and each payment becomes a sale, because you said that nothing else brings them.")
        : new FormatMatch(Confidence, "It has Stripe's balance transactions. They bring fees and payouts; sales come with your shop system's file, which knows what was sold.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [new StripeColumns(headings).Created];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new StripeColumns(headings).Gross, new StripeColumns(headings).Net];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var rows = new StripeRows(headings, new StripeColumns(headings), new CellCheck(habits, shop), shop.Zone, draft, withSales);
        draft.AtEnd.Add(rows.End);
        return rows.Read;
    }
}
