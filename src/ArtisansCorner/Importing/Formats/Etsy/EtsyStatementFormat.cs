using System.Globalization;
using System.Net;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>
/// Etsy's monthly statement, in several languages: a row is a line of the shop's account with Etsy. Rows may be the same to the letter, so they
/// are told apart by what they say in figures and by which of its kind a row is; then the statement of another language says the same.
/// </summary>
internal sealed class EtsyStatementFormat : IFormat
{
    private const int Confidence = 97;

    public string Key => "etsy-statement";

    public string Name => "Etsy monthly statement";

    public string Needs => "Date, Type, Title, Amount, Fees & Taxes and Net";

    public FormatMatch Match(Headings headings) => new EtsyStatementColumns(headings).Needed.Any(column => column < 0)
        ? default : new FormatMatch(Confidence, "It has types, titles, amounts, and fees and taxes, as Etsy's monthly statement has.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [new EtsyStatementColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new EtsyStatementColumns(headings).Amount, new EtsyStatementColumns(headings).Fees, new EtsyStatementColumns(headings).Net];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var rows = new EtsyStatementRows(headings, new EtsyStatementColumns(headings), new CellCheck(habits, shop), draft);
        return JoinedRows.Open(draft, RowSource.Statement, rows.Read);
    }
}

/// <summary>Understands the rows of a statement.</summary>
internal sealed class EtsyStatementRows(Headings headings, EtsyStatementColumns columns, CellCheck check, ImportDraft draft)
{
    private readonly int channel = draft.ChannelOf(EtsyCells.Channel);
    private readonly Dictionary<string, int> payouts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> alike = new(StringComparer.Ordinal);

    /// <summary>The row as a line of the account.</summary>
    public Understood Read(CsvRows row)
    {
        var undated = check.RefuseMoment(EtsyStatementWords.EnglishDate(row[columns.Date].ToString()), out var moment);
        var (type, title, info) = (row[columns.Type].ToString(), WebUtility.HtmlDecode(row[columns.Title].ToString()), row[columns.Info].ToString());
        var day = DateOnly.FromDateTime(moment.At);
        var (isPayout, (order, listing)) = (EtsyStatementWords.IsPayout(type, title), EtsyStatementWords.NumbersIn(title, info));
        if (!draft.Round.Holds(isPayout || order is null ? EtsyDepositsFormat.RoundOf(day) : order)) return Understood.OfAnotherRound;
        if (undated is not null) return Wrong(row, columns.Date, undated);
        if (check.IsOtherCurrency(row, columns.Currency)) return Wrong(row, columns.Currency, Reasons.OtherCurrency);
        if (!check.TryMinor(row, columns.Net, out var net)) return Wrong(row, columns.Net, check.NoAmount(row[columns.Net]));
        if (!check.TryMinor(row, columns.Amount, out var amount)) return Wrong(row, columns.Amount, check.NoAmount(row[columns.Amount]));
        if (!check.TryMinor(row, columns.Fees, out var fees)) return Wrong(row, columns.Fees, check.NoAmount(row[columns.Fees]));
        if (title.Length == 0 && type.Length == 0) return Wrong(row, columns.Title, Reasons.NoKind);
        net ??= amount is null && fees is null ? null : (amount ?? 0) + (fees ?? 0);
        if (isPayout)
        {
            // Deposits name their amount in the title only, and do not take it off the net.
            if (net is null or 0 && EtsyStatementWords.AmountIn(title) is { } text && check.TryAmount(text, out var sent)) net = -check.Minor(sent);
            return net is null ? Wrong(row, columns.Title, check.NoAmount(row[columns.Title])) : Payout(row, day, title, net.Value);
        }

        if (net is null) return Wrong(row, columns.Net, check.NoAmount(row[columns.Net]));
        var (kind, fee) = EtsyStatementWords.KindOf(type, title, net.Value);
        if (kind == EntryKind.Adjustment && order is null && listing is null && net > 0) (kind, fee) = (EntryKind.Fee, EtsyStatementWords.Credit);
        var what = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {fee ?? kind.ToString().ToLowerInvariant()} {order ?? (listing is null ? "" : $"listing {listing}")} {net}");
        alike[what] = alike.GetValueOrDefault(what) + 1;
        var number = string.Create(CultureInfo.InvariantCulture, $"{what} {alike[what]}");
        return Row(row, day, number, order ?? number, new ToldEntry(kind, fee, TitleOf(title, listing), net.Value));
    }

    private Understood Payout(CsvRows row, DateOnly day, string title, long net)
    {
        var key = EtsyDepositsFormat.KeyOf(day, -net, payouts);
        return Row(row, day, $"sent {key}", key, new ToldEntry(EntryKind.Payout, null, TitleOf(title, null), net));
    }

    private Understood Row(CsvRows row, DateOnly day, string number, string key, ToldEntry told) =>
        new(new DraftRow { Row = row.Number, Channel = channel, Source = RowSource.Statement, Number = number, Key = draft.Text(key), Day = day, Amount = told.Net, Told = told });

    private static string TitleOf(string title, string? listing) => CellCheck.Shortened(listing is null || title.Contains(listing, StringComparison.Ordinal) ? title : $"{title}, listing {listing}").ToString();

    private Understood Wrong(CsvRows row, int column, string reason) => Understood.As(CellCheck.Rejected(row, column, headings, reason));
}

/// <summary>Where the columns of a statement stand in a file, whatever its language; −1 where one is missing.</summary>
internal sealed class EtsyStatementColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Date", "Datum", "Fecha", "Data");

    public int Type { get; } = headings.Find("Type", "Art", "Typ", "Tipo", "Soort", "Rodzaj");

    public int Title { get; } = headings.Find("Title", "Titel", "Titre", "Título", "Titolo", "Tytuł");

    public int Info { get; } = headings.Find("Info", "Informations", "Información", "Informazioni", "Informações", "Informacje");

    public int Currency { get; } = headings.Find("Currency", "Währung", "Devise", "Moneda", "Valuta", "Divisa", "Moeda", "Waluta");

    public int Amount { get; } = headings.Find("Amount", "Betrag", "Montant", "Importe", "Importo", "Bedrag", "Valor", "Kwota");

    public int Fees { get; } = headings.Find("Fees & Taxes", "Gebühren & Steuern", "Gebühren und Steuern", "Frais et taxes", "Frais & taxes", "Tarifas e impuestos", "Tariffe e imposte", "Kosten en belastingen", "Commissioni e tasse", "Taxas e impostos", "Opłaty i podatki");

    public int Net { get; } = headings.Find("Net", "Netto", "Neto", "Líquido");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Date, Type, Title, Amount, Fees, Net];
}
