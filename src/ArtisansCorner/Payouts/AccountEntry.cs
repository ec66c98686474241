using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Payouts;

/// <summary>
/// One line of the account that a channel keeps for the shop: what a payout is made of. Entries explain money and are in no figure;
/// what of them is a sale, a refund or a fee stands there as well.
/// </summary>
public sealed class AccountEntry : IBelongsToShop, IFromChannel
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Whose account it stands in.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>What the channel calls it, or what it is told apart by; unique in the channel.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The business day it was booked on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>What the channel says it is for.</summary>
    public required string Title { get; init; }

    /// <summary>The number of the sale it belongs to, where it names one.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The payout it is part of, by what the channel calls that, where it names one.</summary>
    public string? PayoutExternalId { get; init; }

    /// <summary>What it does to the balance, in minor units: positive for the shop.</summary>
    public required long Net { get; init; }

    /// <summary>The import that brought it, or nothing.</summary>
    public Guid? ImportId { get; init; }
}

/// <summary>What an entry of a channel's account is.</summary>
public enum EntryKind
{
    /// <summary>A buyer paid.</summary>
    Sale = 1,

    /// <summary>A buyer got money back.</summary>
    Refund = 2,

    /// <summary>The channel kept something, or gave it back.</summary>
    Fee = 3,

    /// <summary>Tax that the channel collected or gave back.</summary>
    Tax = 4,

    /// <summary>Money went to the shop's bank account, or came from it.</summary>
    Payout = 5,

    /// <summary>Anything else that changed the balance.</summary>
    Adjustment = 6,
}
