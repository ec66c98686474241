using System.Globalization;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>Etsy's “Deposits”: a row is money that Etsy sent to the bank; told apart by day, amount and occurrence, as the statement's are.</summary>
internal sealed class EtsyDepositsFormat : IFormat
{
    private const int Confidence = 96;

    public string Key => "etsy-deposits";

    public string Name => "Etsy deposits";

    public string Needs => "Date, Amount, Status and Bank Account Ending Digits";

    public FormatMatch Match(Headings headings) => headings.Find("Date") < 0 || headings.Find("Amount") < 0 || headings.Find("Bank Account Ending Digits") < 0
        ? default : new FormatMatch(Confidence, "It has days, amounts and the last digits of a bank account, as Etsy's deposits have.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [headings.Find("Date")];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [headings.Find("Amount")];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (check, channel, seen) = (new CellCheck(habits, shop), draft.ChannelOf(EtsyCells.Channel), new Dictionary<string, int>(StringComparer.Ordinal));
        var (date, amount, account, currency) = (headings.Find("Date"), headings.Find("Amount"), headings.Find("Bank Account Ending Digits"), headings.Find("Currency"));
        return JoinedRows.Open(draft, RowSource.Deposits, Read);

        Understood Read(CsvRows row)
        {
            var isDated = check.TryMoment(row[date], out var moment);
            if (!draft.Round.Holds(RoundOf(DateOnly.FromDateTime(moment.At)))) return Understood.OfAnotherRound;
            if (!isDated) return Understood.As(CellCheck.Rejected(row, date, headings, Reasons.BadDate));
            if (check.IsOtherCurrency(row, currency)) return Understood.As(CellCheck.Rejected(row, currency, headings, Reasons.OtherCurrency));
            if (!check.TryMinor(row, amount, out var minor) || minor is null) return Understood.As(CellCheck.Rejected(row, amount, headings, check.NoAmount(row[amount])));
            var day = DateOnly.FromDateTime(moment.At);
            var key = KeyOf(day, minor.Value, seen);
            return new Understood(new DraftRow
            {
                Row = row.Number, Channel = channel, Source = RowSource.Deposits, Number = $"deposit {key}", Key = key, Day = day, Amount = minor.Value,
                Told = new ToldDeposit(minor.Value, row[account] is { IsEmpty: false, Length: <= 20 } digits ? digits.ToString() : null),
            });
        }
    }

    /// <summary>By what a payout of a day is held in a round, in the deposits' file and in the statement.</summary>
    public static string RoundOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a payout is told apart by: two of one day and amount by which of them it is.</summary>
    public static string KeyOf(DateOnly day, long amount, Dictionary<string, int> seen)
    {
        var alike = string.Create(CultureInfo.InvariantCulture, $"payout {day:yyyy-MM-dd} {amount}");
        seen[alike] = seen.GetValueOrDefault(alike) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{alike} {seen[alike]}");
    }
}
