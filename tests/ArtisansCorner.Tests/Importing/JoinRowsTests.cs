using System.Text;
using System.Text.Json;
using ArtisansCorner.Importing;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What rows come to together, worked out in memory: in every order of the files, and without any one row.</summary>
public sealed class JoinRowsTests
{
    private static readonly ShopFacts Shop = new(Guid.CreateVersion7(), "mugs", "Mugs", Currency.Of("USD"), "America/New_York", "US", DayOfWeek.Monday, 1, 0);

    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };

    [Fact]
    public void A_month_comes_to_the_same_in_all_120_orders_of_its_files()
    {
        var files = Enumerable.Range(0, 5).Select(EtsyMonth.Read).ToList();
        var expected = Month(files, [0, 1, 2, 3, 4]);
        Assert.Equal(expected, Month(files, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]));
        foreach (var order in EtsyMonth.Permutations(5)) Assert.Equal(expected, Month(files, order));
        Assert.Contains("gross 15300 paid 16930 tax 1145 back 5000 taxback 385 fees 3715 net 8215 balance -285", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_row_is_missing_its_amount_is_named()
    {
        foreach (var which in Enumerable.Range(0, 5))
        {
            foreach (var row in Enumerable.Range(0, EtsyMonth.Rows(which)))
            {
                var joined = Join([.. Enumerable.Range(0, 5).Select(file => file == which ? EtsyMonth.Without(file, row).File : EtsyMonth.Read(file))], [0, 1, 2, 3, 4]);
                var gone = Assert.Single(Rows(EtsyMonth.Read(which), default).ExceptBy(Rows(EtsyMonth.Without(which, row).File, default).Select(left => left.Number), all => all.Number));
                var sales = joined.Where(key => key.Value.Sale is not null).ToDictionary(key => key.Key, key => key.Value);
                var paid = sales.ToDictionary(sale => sale.Key, sale => new Reconcile.PaidOrder(sale.Value.Sale!.Day, sale.Value.Sale.Paid, sale.Value.Sale.MarketplaceTax));
                var telling = Enumerable.Range(0, 5).SelectMany(file => Rows(file == which ? EtsyMonth.Without(file, row).File : EtsyMonth.Read(file), default))
                    .Select(one => new Reconcile.TellingRow(one.Source, one.Key, one.Day, one.Amount)).ToList();
                var payouts = joined.Where(key => key.Value.Payout is not null).Select(key => new Payout
                {
                    Id = Guid.CreateVersion7(), ShopId = Shop.Id, ChannelId = Guid.Empty, ExternalId = key.Key, Day = key.Value.Payout!.Day, Amount = key.Value.Payout.Amount, RecordedAt = default, RecordedThrough = Through.Import,
                }).ToList();
                var gaps = Reconcile.Gaps(telling, paid, payouts);
                if (gone.Source == RowSource.Statement)
                {
                    // Against the balance that the channel shows, the account lacks exactly this row.
                    Assert.Equal(((ToldEntry)gone.Told).Net, -285 - joined.Values.SelectMany(key => key.Entries).Sum(entry => entry.Net));
                    Assert.Empty(gaps);
                    continue;
                }

                Assert.Equal((gone.Source, gone.Key, gone.Source == RowSource.Orders ? ((ToldOrder)gone.Told).Total : gone.Amount), Assert.Single(gaps) is var gap ? (gap.Source, gap.Number, gap.Amount) : default);
                // What the others tell fills in for it: no figure is short.
                Assert.Equal((16930, 3715), (sales.Values.Sum(sale => sale.Sale!.Paid), joined.Values.SelectMany(key => key.Fees).Sum(fee => fee.Amount)));
            }
        }
    }

    [Fact]
    public void What_the_account_lacks_of_an_order_is_found_at_that_order()
    {
        foreach (var row in Enumerable.Range(0, EtsyMonth.Rows(3)))
        {
            var files = Enumerable.Range(0, 5).Select(file => file == 3 ? EtsyMonth.Without(file, row).File : EtsyMonth.Read(file)).ToList();
            var gone = Assert.Single(Rows(EtsyMonth.Read(3), default).ExceptBy(Rows(files[3], default).Select(left => left.Number), all => all.Number));
            var told = (ToldEntry)gone.Told;
            // Fees that only the statement tells of, and what belongs to no order, is known by the balance alone.
            if (told.Kind == EntryKind.Fee && told.FeeType != JoinRows.Processing) continue;
            var joined = Join(files, [0, 1, 2, 3, 4]);
            var differences = Reconcile.Run(joined.SelectMany(key => HereOf(key.Key, key.Value)), joined.SelectMany(key => key.Value.Entries.Select(entry => new Reconcile.Sum(entry.Kind, entry.Number == key.Key ? null : key.Key, null, entry.Day, entry.Net))));
            var difference = Assert.Single(differences);
            Assert.Equal((told.Kind, gone.Key, -told.Net), (difference.Kind, difference.Number, difference.Amount));
        }
    }

    [Fact]
    public void A_German_statement_says_the_same_as_the_English_one()
    {
        var english = Rows(EtsyMonth.Read(3), default);
        var german = Rows(German(EtsyMonth.Read(3)), default);
        Assert.Equal(english.Select(row => (row.Number, row.Key, row.Amount)), german.Select(row => (row.Number, row.Key, row.Amount)));
    }

    private static IEnumerable<Reconcile.Sum> HereOf(string key, Joined joined)
    {
        if (joined.Sale is { } sale)
        {
            yield return new(EntryKind.Sale, key, null, sale.Day, sale.Paid + sale.MarketplaceTax);
            yield return new(EntryKind.Tax, key, null, sale.Day, -sale.MarketplaceTax);
        }

        foreach (var refund in joined.Refunds)
        {
            yield return new(EntryKind.Refund, key, null, refund.Day, -refund.Lines.Sum(line => line.Gross - line.Discount) - refund.Shipping - refund.MarketplaceTax);
            yield return new(EntryKind.Tax, key, null, refund.Day, refund.MarketplaceTax);
        }

        foreach (var fee in joined.Fees) yield return new(EntryKind.Fee, fee.Number == key ? null : key, null, fee.Day, -fee.Amount);
        if (joined.Payout is { } payout) yield return new(EntryKind.Payout, key, null, payout.Day, -payout.Amount);
    }

    private static string Month(IReadOnlyList<string> files, int[] order)
    {
        var joined = Join(files, order);
        var (sales, refunds, entries) = (joined.Values.Select(key => key.Sale).OfType<JoinedSale>().ToList(), joined.Values.SelectMany(key => key.Refunds).ToList(), joined.Values.SelectMany(key => key.Entries).ToList());
        var back = refunds.Sum(refund => refund.Lines.Sum(line => line.Gross - line.Discount) + refund.Shipping);
        var text = new StringBuilder();
        text.Append($"gross {sales.Sum(sale => sale.Gross)} paid {sales.Sum(sale => sale.Paid)} tax {sales.Sum(sale => sale.MarketplaceTax)} back {back} taxback {refunds.Sum(refund => refund.MarketplaceTax)} ");
        text.Append($"fees {joined.Values.SelectMany(key => key.Fees).Sum(fee => fee.Amount)} net {entries.Where(entry => entry.Kind != EntryKind.Payout).Sum(entry => entry.Net)} balance {entries.Sum(entry => entry.Net)}\n");
        foreach (var (key, one) in joined.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            text.Append(key).Append(' ').Append(JsonSerializer.Serialize((one.Sale, one.Refunds), Whole)).Append(' ');
            text.AppendJoin(' ', one.Fees.Select(fee => $"{fee.Number} {fee.Amount} {fee.Day}")).AppendJoin(' ', one.Entries.Select(entry => $"{entry.Number} {entry.Net}")).Append(one.Payout is { } payout ? $"{payout.Day} {payout.Amount} {payout.Account}" : "").Append('\n');
        }

        return text.ToString();
    }

    private static Dictionary<string, Joined> Join(IReadOnlyList<string> files, int[] order) =>
        order.SelectMany(which => Rows(files[which], Guid.CreateVersion7()) is var rows ? rows.Select(row => (row, By: rows[0].By)) : [])
            .GroupBy(one => one.row.Key).ToDictionary(key => key.Key, key => JoinRows.Run(key.Key, [.. key.Select(one => new KnownRow(one.row.Number, one.row.Day, one.By, one.row.Told))]));

    private static List<Row> Rows(string file, Guid by)
    {
        CsvRows Open() => CsvRows.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)), Encoding.UTF8, TableShape.Plain).Value!;
        using var first = Open();
        var format = RecognizeFormat.Candidates(first.Headings)[0].Format;
        var habits = SurveyFile.Run(first, format.DateColumns(first.Headings), format.AmountColumns(first.Headings), Shop, false, _ => { }, default).Value;
        using var rows = Open();
        var draft = new ImportDraft();
        var read = format.Open(rows.Headings, habits!, Shop, draft);
        while (rows.Read()) read(rows);
        draft.Complete();
        Assert.Empty(draft.Rejections);
        return [.. draft.Of<DraftRow>().Select(row => new Row(row.Source, row.Number, row.Key, row.Day, row.Amount, row.Told, by))];
    }

    private static string German(string english)
    {
        var lines = english.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        (string English, string German)[] words =
        [
            ("Credit for transaction fee", "Gutschrift für Transaktionsgebühr"), ("Credit for processing fee", "Gutschrift für Bearbeitungsgebühr"), ("Transaction fee: Shipping", "Transaktionsgebühr: Versand"),
            ("Transaction fee:", "Transaktionsgebühr:"), ("Listing fee", "Einstellgebühr"), ("Listing #", "Artikelnr. #"), ("Processing fee", "Bearbeitungsgebühr"), ("Sales tax paid by buyer", "Umsatzsteuer vom Käufer bezahlt"),
            ("Refund to buyer for sales tax", "Rückerstattung der Umsatzsteuer an den Käufer"), ("Refund to buyer for Order", "Rückerstattung an den Käufer für Bestellung"), ("Payment for Order", "Zahlung für Bestellung"),
            ("Fee for sale made through Offsite Ads", "Gebühr für Verkauf durch Offsite-Anzeigen"), ("Etsy Ads", "Etsy-Anzeigen"), ("USPS shipping label", "USPS-Versandetikett"), ("$25.00 sent to your bank account", "\"25,00 $ auf dein Bankkonto überwiesen\""), ("$60.00 sent to your bank account", "\"60,00 $ auf dein Bankkonto überwiesen\""),
            ("Order #", "Bestellung #"), (",Sale,", ",Verkauf,"), (",Fee,", ",Gebühr,"), (",Tax,", ",Steuer,"), (",Refund,", ",Rückerstattung,"), (",Deposit,", ",Einzahlung,"), (",Shipping,", ",Versand,"),
        ];
        return "Datum,Art,Titel,Info,Währung,Betrag,\"Gebühren & Steuern\",Netto,\"Steuerliche Angaben\"\n" + string.Concat(lines.Select(line =>
        {
            var day = line[(line.IndexOf(' ') + 1)..line.IndexOf(',')];
            var rest = line[(line.IndexOf('"', 1) + 1)..];
            foreach (var (from, to) in words) rest = rest.Replace(from, to, StringComparison.Ordinal);
            var cells = rest.Split(',');
            // The amounts are the three before the last: “-$4.63” is “"-4,63 €"” there.
            for (var at = cells.Length - 4; at < cells.Length - 1; at++) if (cells[at] != "--") cells[at] = $"\"{cells[at].Replace("$", "", StringComparison.Ordinal).Replace('.', ',')} $\"";
            return $"\"{day}. September 2026\"{string.Join(',', cells)}\n";
        }));
    }

    private sealed record Row(RowSource Source, string Number, string Key, DateOnly Day, long Amount, Told Told, Guid By);
}
