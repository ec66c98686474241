using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Paypal;

/// <summary>Which of PayPal's files, and what is made of it.</summary>
internal enum PaypalFile
{
    /// <summary>The activity report.</summary>
    Activity,

    /// <summary>The activity report, of which payments become sales.</summary>
    ActivityWithSales,

    /// <summary>The monthly statement.</summary>
    Statement,
}

/// <summary>
/// PayPal's activity report and its monthly statement: a row is one change of the balance in one currency, net = gross + fee, the fee below zero where it was kept.
/// Payments alone are no sales, unless that is asked for by the key with “-sales”: the shop system tells of them with what was sold.
/// </summary>
internal sealed class PaypalFormat(PaypalFile file) : IFormat
{
    private const int Confidence = 98;
    private const int WhenAskedFor = 70;
    private const string OnlyMoney = "They bring fees and payouts; sales come with your shop system's file, which knows what was sold";

    public string Key => file switch { PaypalFile.Activity => "paypal", PaypalFile.ActivityWithSales => "paypal-sales", _ => "paypal-statement" };

    public string Name => file switch { PaypalFile.Activity => "PayPal activity", PaypalFile.ActivityWithSales => "PayPal payments, as sales too", _ => "PayPal statement" };

    public string Needs => file == PaypalFile.Statement ? "Date, Description, Currency, Gross, Fee, Net and Transaction ID" : "Date, Type, Currency, Gross, Fee, Net and Transaction ID";

    public string? Otherwise => file switch { PaypalFile.Activity => "paypal-sales", PaypalFile.ActivityWithSales => "paypal", _ => null };

    public int Order => IFormat.AfterSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new PaypalColumns(headings);
        if (columns.Needed.Any(column => column < 0)) return default;
        return file switch
        {
            PaypalFile.Statement => columns.Type < 0 && columns.Description >= 0 ? new FormatMatch(Confidence, $"It has PayPal's transaction numbers, and says of each what it was. {OnlyMoney}.") : default,
            _ when columns.Type < 0 => default,
            PaypalFile.ActivityWithSales => new FormatMatch(WhenAskedFor, "It is PayPal's activity, and each payment becomes a sale, because you said that nothing else brings them."),
            _ => new FormatMatch(Confidence, $"It has PayPal's transaction numbers, types and fees. {OnlyMoney}."),
        };
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new PaypalColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new PaypalColumns(headings).Gross, new PaypalColumns(headings).Net];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var rows = new PaypalRows(headings, new PaypalColumns(headings), new CellCheck(habits, shop), shop, draft, file == PaypalFile.ActivityWithSales);
        draft.AtEnd.Add(rows.End);
        return rows.Read;
    }
}
