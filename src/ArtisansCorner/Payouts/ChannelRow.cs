using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Payouts;

/// <summary>
/// One row of a channel's file, kept as it was told and never changed. What several files tell of the same order or payout is put together
/// from such rows, so that it comes out alike in whatever order they arrive, and goes away exactly with the import that told it.
/// </summary>
public sealed class ChannelRow : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Whose file it stood in.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>What kind of file that was.</summary>
    public required RowSource Source { get; init; }

    /// <summary>What it is told apart by; unique in one import.</summary>
    public required string Number { get; init; }

    /// <summary>What it is put together by: the number of an order, the name of a payout, or its own number.</summary>
    public required string Key { get; init; }

    /// <summary>The business day that it tells.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it comes to, in minor units.</summary>
    public required long Amount { get; init; }

    /// <summary>All that it says, as JSON.</summary>
    public required string Told { get; init; }

    /// <summary>The import that told it.</summary>
    public required Guid ImportId { get; init; }
}

/// <summary>The kinds of file that are put together; stored by number.</summary>
public enum RowSource
{
    /// <summary>A row is an order.</summary>
    Orders = 1,

    /// <summary>A row is one thing of an order.</summary>
    Items = 2,

    /// <summary>A row is a payment.</summary>
    Payments = 3,

    /// <summary>A row is a line of the account.</summary>
    Statement = 4,

    /// <summary>A row is a payout.</summary>
    Deposits = 5,
}
