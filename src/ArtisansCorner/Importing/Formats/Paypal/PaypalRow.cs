using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Formats.Paypal;

/// <summary>One good row of a PayPal file, kept until all are read: what a payment in another currency is worth stands in later ones. Amounts are major units.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Number">The transaction.</param>
/// <param name="Reference">The transaction that it belongs to.</param>
/// <param name="Moment">When, on the shop's clock.</param>
/// <param name="Type">What PayPal calls it.</param>
/// <param name="Currency">The currency, where it is not the shop's.</param>
/// <param name="Gross">What came or went.</param>
/// <param name="Fee">What was kept, positive.</param>
/// <param name="Rejected">What is said when it turns out to be worth nothing known in the shop's currency.</param>
internal sealed record PaypalRow(int Row, string Number, string? Reference, FileMoment Moment, string Type, string? Currency, decimal Gross, decimal Fee, Rejection Rejected)
{
    /// <summary>What it is.</summary>
    public EntryKind Kind => PaypalTypes.KindOf(Type, Gross);

    /// <summary>What was left of it.</summary>
    public decimal Net => Gross - Fee;

    /// <summary>The last digits of the bank account that it went to.</summary>
    public string? BankAccount { get; init; }

    /// <summary>What was paid for, and by whom, where payments become sales.</summary>
    public PaypalSale? Sale { get; init; }
}

/// <summary>What a payment was for.</summary>
/// <param name="Title">What was bought.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Shipping">The shipping in it, in major units.</param>
/// <param name="Tax">The own tax in it, in major units.</param>
/// <param name="Customer">Who, among the draft's customers; −1 where that is not said.</param>
internal sealed record PaypalSale(string Title, long Quantity, decimal Shipping, decimal Tax, DraftCustomer? Customer);
