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

namespace ArtisansCorner.Importing;

/// <summary>Finds out what a file is by the names of its headings, never by their places.</summary>
internal static class RecognizeFormat
{
    private const int Sure = 60;
    private const int ShownHeadings = 12;

    /// <summary>Every format that we know.</summary>
    public static IReadOnlyList<IFormat> Known { get; } =
    [
        new OnlineRetailFormat(), new OwnSalesFormat(), new OwnProductsFormat(),
        new EtsyItemsFormat(), new EtsyOrdersFormat(), new EtsyPaymentsFormat(), new EtsyDepositsFormat(), new EtsyStatementFormat(), new EtsyListingsFormat(),
        new ShopifyOrdersFormat(), new ShopifyPaymentsFormat(), new ShopifyPayoutsFormat(), new ShopifyProductsFormat(), new ShopifyCustomersFormat(),
        new SquareItemsFormat(), new SquareTransactionsFormat(), new SquareCatalogFormat(),
        new WoocommerceOrdersFormat(), new WoocommerceRevenueFormat(), new WoocommerceProductsFormat(),
        new PaypalFormat(PaypalFile.Activity), new PaypalFormat(PaypalFile.ActivityWithSales), new PaypalFormat(PaypalFile.Statement),
        new StripeFormat(withSales: false), new StripeFormat(withSales: true),
    ];

    /// <summary>The best fitting format; when one was asked for, that one, as soon as it fits at all.</summary>
    public static Outcome<Recognized> Run(Headings headings, string? asked)
    {
        if (asked is not null)
        {
            if (Known.FirstOrDefault(format => format.Key == asked) is not { } wanted)
                return new Problem("unknown_format", $"There is no format “{asked}”. Known are: {string.Join(", ", Known.Select(format => format.Key))}.", "Format");
            var match = wanted.Match(headings);
            return match.Confidence > 0 ? new Recognized(wanted, match.Confidence, match.Reason) : Unknown(headings, [wanted]);
        }

        var best = Known.Select(format => (Format: format, Match: format.Match(headings))).MaxBy(candidate => candidate.Match.Confidence);
        return best.Match.Confidence >= Sure ? new Recognized(best.Format, best.Match.Confidence, best.Match.Reason) : Unknown(headings, Known);
    }

    private static Problem Unknown(Headings headings, IReadOnlyList<IFormat> wanted)
    {
        var names = headings.Names.Where(name => !string.IsNullOrWhiteSpace(name)).Take(ShownHeadings).Select(name => $"“{(name.Length > 40 ? name[..40] + "…" : name.Trim())}”");
        var needs = string.Join("; or ", wanted.Select(format => $"{format.Needs} ({format.Name.ToLowerInvariant()})"));
        return new Problem("unknown_headings", $"We do not know a file with the headings {string.Join(", ", names)}. Needed are {needs}.");
    }
}

/// <summary>What a file is.</summary>
/// <param name="Format">The format.</param>
/// <param name="Confidence">How sure that is, in percent.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record Recognized(IFormat Format, int Confidence, string Reason);
