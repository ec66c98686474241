using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Stripe;

/// <summary>Where the columns of Stripe's itemized reports stand in a file; −1 where one is missing.</summary>
internal sealed class StripeColumns(Headings headings)
{
    public int Number { get; } = headings.Find("balance_transaction_id");

    public int CreatedUtc { get; } = headings.Find("created_utc");

    public int Created { get; } = headings.Find("created_utc", "created");

    public int Currency { get; } = headings.Find("currency");

    public int Gross { get; } = headings.Find("gross");

    public int Fee { get; } = headings.Find("fee");

    public int Net { get; } = headings.Find("net");

    public int Category { get; } = headings.Find("reporting_category");

    public int Source { get; } = headings.Find("source_id");

    public int Description { get; } = headings.Find("description");

    public int Payout { get; } = headings.Find("automatic_payout_id");

    public int PayoutAt { get; } = headings.Find("automatic_payout_effective_at_utc", "automatic_payout_effective_at");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Number, Created, Gross, Fee, Net, Category];
}
