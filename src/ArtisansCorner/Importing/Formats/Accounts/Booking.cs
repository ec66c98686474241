using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Formats.Accounts;

/// <summary>One line of the account that a platform keeps for the shop: what came or went, and what was kept of it. Amounts are minor units.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Number">What it is told apart by, the same in every file that has it.</param>
/// <param name="Day">The business day it was booked on.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called; never a person's name, for it stays when the person is forgotten.</param>
/// <param name="Gross">What came, or went where it is negative, before the fee.</param>
/// <param name="Fee">What was kept of it; negative where some was given back.</param>
internal sealed record Booking(int Row, string Number, DateOnly Day, EntryKind Kind, string Title, long Gross, long Fee)
{
    /// <summary>The number of the sale it belongs to, where it names one.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The payout it is part of, or is, by the platform's number.</summary>
    public string? PayoutNumber { get; init; }

    /// <summary>The last digits of the bank account that a payout went to.</summary>
    public string? BankAccount { get; init; }
}
