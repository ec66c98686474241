using ArtisansCorner.Importing.Export;
using ArtisansCorner.Importing.Formats;
using ArtisansCorner.Importing.Formats.Etsy;
using ArtisansCorner.Importing.Formats.Own;
using ArtisansCorner.Importing.Formats.Paypal;
using ArtisansCorner.Importing.Formats.Shopify;
using ArtisansCorner.Importing.Formats.Square;
using ArtisansCorner.Importing.Formats.Stripe;
using ArtisansCorner.Importing.Formats.Woocommerce;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing;

/// <summary>Finds out what a file is by the names of its headings, never by their places.</summary>
internal static class RecognizeFormat
{
    private const int Sure = 60;
    private const int Close = 5;
    private const int ShownHeadings = 12;

    /// <summary>Every format that we know.</summary>
    public static IReadOnlyList<IFormat> Known { get; } =
    [
        new OnlineRetailFormat(), new OwnSalesFormat(), new OwnProductsFormat(), new OwnMaterialsFormat(), new OwnCustomersFormat(), new OwnPurchasesFormat(), new OwnExpensesFormat(),
        new EtsyItemsFormat(), new EtsyOrdersFormat(), new EtsyPaymentsFormat(), new EtsyDepositsFormat(), new EtsyStatementFormat(), new EtsyListingsFormat(),
        new ShopifyOrdersFormat(), new ShopifyPaymentsFormat(), new ShopifyPayoutsFormat(), new ShopifyProductsFormat(), new ShopifyCustomersFormat(),
        new SquareItemsFormat(), new SquareTransactionsFormat(), new SquareCatalogFormat(),
        new WoocommerceOrdersFormat(), new WoocommerceRevenueFormat(), new WoocommerceProductsFormat(),
        new PaypalFormat(PaypalFile.Activity), new PaypalFormat(PaypalFile.ActivityWithSales), new PaypalFormat(PaypalFile.Statement),
        new StripeFormat(withSales: false), new StripeFormat(withSales: true),
        .. OurTables.All.Select((table, place) => new OurRowsFormat(table, place)),
    ];

    /// <summary>Those that a person can read any table as.</summary>
    public static IReadOnlyList<IMappable> Mappable { get; } = [.. Known.OfType<IMappable>()];

    /// <summary>What a file with these headings may be, the best first; one alone where the others fall behind it.</summary>
    public static IReadOnlyList<Recognized> Candidates(Headings headings)
    {
        var fitting = Known.Select(format => (Format: format, Match: format.Match(headings))).Where(candidate => candidate.Match.Confidence >= Sure)
            .OrderByDescending(candidate => candidate.Match.Confidence).ToList();
        return [.. fitting.TakeWhile(candidate => fitting[0].Match.Confidence - candidate.Match.Confidence < Close).Select(candidate => new Recognized(candidate.Format, candidate.Match.Confidence, candidate.Match.Reason))];
    }

    /// <summary>How well these headings fit the format that they fit best, in percent.</summary>
    public static int Fit(Headings headings) => Known.Max(format => format.Match(headings).Confidence);

    /// <summary>The format that was asked for, as soon as it fits at all.</summary>
    public static Outcome<Recognized> As(string asked, Headings headings)
    {
        if (Known.FirstOrDefault(format => format.Key == asked) is not { } wanted) return NoSuch(asked);
        var match = wanted.Match(headings);
        return match.Confidence > 0 ? new Recognized(wanted, match.Confidence, match.Reason) : Unknown(headings, $"Needed are {wanted.Needs} ({wanted.Name.ToLowerInvariant()}).");
    }

    /// <summary>The format of this name; nothing where there is none.</summary>
    public static IFormat? Find(string? key) => Known.FirstOrDefault(format => format.Key == key);

    /// <summary>That there is no format of this name.</summary>
    public static Problem NoSuch(string asked) =>
        new("unknown_format", $"There is no format “{asked}”. Known are: {string.Join(", ", Known.Select(format => format.Key))}.", "Format");

    /// <summary>That headings fit nothing that we know.</summary>
    public static Problem Unknown(Headings headings) => Unknown(headings, "Say what its columns mean, or fill in one of our templates.");

    private static Problem Unknown(Headings headings, string more)
    {
        var names = headings.Names.Where(name => !string.IsNullOrWhiteSpace(name)).Take(ShownHeadings).Select(name => $"“{name.Trim().Shown()}”");
        return new Problem("unknown_headings", $"We do not know a file with the headings {string.Join(", ", names)}. {more}");
    }
}

/// <summary>What a file is.</summary>
/// <param name="Format">The format.</param>
/// <param name="Confidence">How sure that is, in percent.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record Recognized(IFormat Format, int Confidence, string Reason);
