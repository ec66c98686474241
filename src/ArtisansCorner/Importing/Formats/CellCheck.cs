using System.Net;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Reads single cells by the habits of their file, in the terms of the shop.</summary>
internal sealed class CellCheck(FileHabits habits, ShopFacts shop)
{
    public const int LongestNumber = 150;
    public const int LongestSku = 100;
    public const int LongestTitle = 300;
    public const int LongestCountry = 100;
    private const int LongestValue = 80;
    private const long MostPieces = 1_000_000_000;

    private readonly Currency currency = shop.Currency;
    private readonly bool unsignedIsOurs = habits.Currency is null || habits.Currency == shop.Currency.Code;
    private readonly ShopZone zone = shop.Zone;
    private readonly ShopZone? clock = habits.Clock is { } id && id != shop.Zone.Id ? ShopZone.TryOf(id) : null;
    private string lastDate = "";
    private FileMoment lastMoment;

    /// <summary>The moment in a cell.</summary>
    public bool TryMoment(ReadOnlySpan<char> text, out FileMoment moment)
    {
        // The rows of an order stand together and say the same.
        if (text.SequenceEqual(lastDate))
        {
            moment = lastMoment;
            return lastDate.Length > 0;
        }

        if (!DateText.TryRead(text, habits.Dates, zone, out moment, clock)) return false;
        (lastDate, lastMoment) = (text.ToString(), moment);
        return true;
    }

    /// <summary>Why nothing can have been sold, paid or given back at the moment in a cell; nothing where it can.</summary>
    public string? RefuseMoment(ReadOnlySpan<char> text, out FileMoment moment) =>
        !TryMoment(text, out moment) ? Reasons.BadDate : moment.At.Year < SaleRules.Earliest.Year || moment.At > habits.Latest ? Reasons.DayOutOfReach : null;

    /// <summary>The same, where day and time of day have a cell each.</summary>
    public string? RefuseMoment(ReadOnlySpan<char> date, ReadOnlySpan<char> time, out FileMoment moment) => RefuseMoment(time.IsEmpty ? date : $"{date} {time}", out moment);

    /// <summary>The whole number in a cell.</summary>
    public bool TryQuantity(ReadOnlySpan<char> text, out long quantity)
    {
        if (!long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out quantity))
        {
            if (!AmountText.TryRead(text, habits.DecimalMark, out var number) || number != decimal.Truncate(number) || Math.Abs(number) > MostPieces) return false;
            quantity = (long)number;
        }

        return quantity is >= -MostPieces and <= MostPieces;
    }

    /// <summary>The number in a cell, of whatever.</summary>
    public bool TryNumber(ReadOnlySpan<char> text, out decimal number) =>
        AmountText.TryRead(text, habits.DecimalMark, out number) && Math.Abs(number) < Amounts.MostTogether;

    /// <summary>The amount of the shop's money in a cell, in major units as the file writes it.</summary>
    public bool TryAmount(ReadOnlySpan<char> text, out decimal amount) => TryNumber(text, out amount) && AmountText.HasOnlySigns(text) && IsOurs(text, amount);

    /// <summary>Why there is no such amount in a cell.</summary>
    public string NoAmount(ReadOnlySpan<char> text) =>
        !AmountText.TryRead(text, habits.DecimalMark, out var amount) || !AmountText.HasOnlySigns(text) ? Reasons.BadAmount
        : !IsOurs(text, amount) ? Reasons.OtherCurrency : Minor(amount) is null ? Reasons.TooMuch : Reasons.BadAmount;

    /// <summary>The amount in a cell, in minor units; nothing where it is empty, or a dash. False when it is no amount.</summary>
    public bool TryMinor(CsvRows row, int column, out long? minor)
    {
        minor = null;
        var text = row[column];
        if (text.IsEmpty || text is "-" or "--" or "–" or "—") return true;
        if (!TryAmount(text, out var major)) return false;
        minor = Minor(major);
        return minor is not null;
    }

    // Amounts of other money must not be taken for the shop's; nothing is nothing in any.
    private bool IsOurs(ReadOnlySpan<char> text, decimal amount) =>
        amount == 0 || (!habits.SignsAreWrong && AmountText.CurrencyIn(text, currency) is { } code ? code == currency.Code : unsignedIsOurs);

    /// <summary>Whether a cell names another currency than the shop's.</summary>
    public bool IsOtherCurrency(CsvRows row, int column) => row[column] is { IsEmpty: false } code && !code.Equals(currency.Code, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same where people keep the table, who write “£”, “Euro” or “US dollars” too; what names no currency says nothing of the amounts.</summary>
    public bool NamesOtherCurrency(CsvRows row, int column) =>
        !habits.SignsAreWrong && row[column] is { IsEmpty: false } cell && AmountSigns.CurrencyNamed(cell, currency) is { } code && code != currency.Code;

    /// <summary>Whether an amount that is only shown bears the sign of another currency.</summary>
    public bool BearsOtherSign(CsvRows row, int column) => !habits.SignsAreWrong && AmountText.CurrencyIn(WebUtility.HtmlDecode(row[column].ToString()), currency) is { } code && code != currency.Code;

    /// <summary>Minor units, rounded half away from zero; nothing when it is too much.</summary>
    public long? Minor(decimal amount) => currency.ToMinor(amount) is { } minor && Math.Abs(minor) <= Amounts.Most ? minor : null;

    /// <summary>Price × quantity in minor units, rounded once; nothing when it is too much.</summary>
    public long? Gross(long quantity, decimal price) => Minor(quantity * price);

    /// <summary>Why a row cannot be taken for what stands in its cells of text: more than there is room for, or what a failed formula shows.</summary>
    public static Rejection? RefuseTexts(CsvRows row, Headings headings, params ReadOnlySpan<(int Column, int Longest)> cells)
    {
        foreach (var (column, longest) in cells)
        {
            if (row[column].Length > longest) return Rejected(row, column, headings, Reasons.TooLong);
            if (SheetErrors.Is(row[column])) return Rejected(row, column, headings, Reasons.SheetError);
        }

        return null;
    }

    /// <summary>A title, cut to what has room.</summary>
    public static ReadOnlySpan<char> Shortened(ReadOnlySpan<char> title) => title.UpTo(LongestTitle);

    /// <summary>A rejection that says which cell it is about.</summary>
    public static Rejection Rejected(CsvRows row, int column, Headings headings, string reason)
    {
        return new Rejection(row.Number, reason, column < 0 ? null : headings.Names[column], Shown(row[column]));
    }

    /// <summary>What stands in a cell, as it is told to people: cut where it is long.</summary>
    public static string Shown(ReadOnlySpan<char> value) => value.Shown(LongestValue);
}
