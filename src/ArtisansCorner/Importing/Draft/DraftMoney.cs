using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Draft;

/// <summary>What a channel keeps, or gives back of it, by a file of its own. Amounts are minor units, positive when kept.</summary>
internal sealed class DraftFee : DraftFact
{
    /// <inheritdoc />
    public override DateOnly? OnDay => Day;

    /// <summary>What for.</summary>
    public required string Type { get; init; }

    /// <summary>How much.</summary>
    public required long Amount { get; init; }

    /// <summary>The business day it was charged on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The number of the sale it was kept of, where the file says so.</summary>
    public string? OrderNumber { get; init; }
}

/// <summary>Money that arrived. The amount is minor units, negative when money was taken back.</summary>
internal sealed class DraftPayout : DraftFact
{
    /// <inheritdoc />
    public override DateOnly? OnDay => Day;

    /// <summary>The business day it was sent on.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>How much.</summary>
    public required long Amount { get; init; }

    /// <summary>The last digits of the account it went to.</summary>
    public string? Account { get; init; }
}

/// <summary>One line of the account that a channel keeps. The amount is minor units, positive for the shop.</summary>
internal sealed class DraftEntry : DraftFact
{
    /// <inheritdoc />
    public override DateOnly? OnDay => Day;

    /// <summary>The business day it was booked on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>What the channel says it is for.</summary>
    public required string Title { get; init; }

    /// <summary>The number of the sale it belongs to.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The payout it is part of, by the channel's number.</summary>
    public string? PayoutNumber { get; init; }

    /// <summary>What it does to the balance.</summary>
    public required long Net { get; init; }
}
