using System.Text.Json;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Payouts;
using CsCheck;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Rows of one order in invented files: whatever they say, only what they say decides.</summary>
public sealed class JoinRowsPropertyTests
{
    private const string Key = "1001";
    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };
    private static readonly ToldBuyer[] Buyers = [new("ada", "Ada", "US"), new(null, "Ada Byron"), new("", null)];
    private static readonly Gen<long> Amount = Gen.Long[0, 9_999];
    private static readonly EntryKind[] Kinds = [EntryKind.Sale, EntryKind.Tax, EntryKind.Fee, EntryKind.Refund];
    private static readonly Gen<ToldBuyer> Buyer = Gen.Int[0, 2].Select(at => Buyers[at]);

    private static readonly Gen<Told> Row = Gen.OneOf<Told>(
        Gen.Select(Gen.Long[0, 4], Amount, Amount, Amount, Amount, Amount, Buyer, (pieces, value, off, shipping, total, fee, buyer) =>
            (Told)new ToldOrder(pieces, value, Math.Min(off, value), shipping, off % 300, total % 3 == 0 ? null : value + total, fee % 500, fee % 2 == 0 ? null : value - Math.Min(off, value) + shipping, null, buyer)),
        Gen.Select(Gen.Long[1, 4], Amount, Amount, Amount, Buyer, (pieces, price, off, shipping, buyer) =>
            (Told)new ToldItem(price % 2 == 0 ? null : $"SKU{price % 5}", $"Piece {price % 5}", pieces, price, pieces * price, Math.Min(off, pieces * price), shipping, off % 200, off % 30, buyer)),
        Gen.Select(Amount, Amount, Amount, Buyer, (gross, fee, back, buyer) => (Told)new ToldPayment(gross, fee % 300, back % 2 == 0 ? 0 : Math.Min(back, gross), new DateOnly(2026, 9, 30), buyer)),
        Gen.Select(Gen.Int[0, 3].Select(at => Kinds[at]), Amount, Gen.Bool, (kind, amount, isPlus) =>
            (Told)new ToldEntry(kind, kind == EntryKind.Fee ? amount % 2 == 0 ? JoinRows.Processing : "listing" : null, "As told", kind switch { EntryKind.Sale => amount, EntryKind.Refund => -amount, _ => isPlus ? amount : -amount })));

    [Fact]
    public void In_however_many_files_and_in_whatever_order_rows_come_they_come_to_the_same() =>
        Gen.Select(Gen.Select(Row, Gen.Int[1, 28]).Array[1, 12], Gen.Int, Gen.Int[1, 5]).Sample((told, seed, files) =>
        {
            var rows = told.Index().Select(row => (Number: $"row {row.Index}", Day: new DateOnly(2026, 9, row.Item.Item2), Told: row.Item.Item1)).ToList();
            var random = new Random(seed);
            var imports = Enumerable.Range(0, files).Select(_ => Guid.CreateVersion7()).ToArray();
            // Each row stands in at least one file, some in several.
            var scattered = rows.SelectMany(row => imports.Where((_, at) => at == random.Next(files) || random.Next(3) == 0).DefaultIfEmpty(imports[0]).Select(import => new KnownRow(row.Number, row.Day, import, row.Told))).ToArray();
            random.Shuffle(scattered);
            Assert.Equal(Text(JoinRows.Run(Key, [.. rows.Select(row => new KnownRow(row.Number, row.Day, imports[0], row.Told))])), Text(JoinRows.Run(Key, scattered)));
        });

    private static string Text(Joined joined) => JsonSerializer.Serialize(
        (joined.Sale, joined.Refunds, joined.Fees.Select(fee => (fee.Number, fee.Type, fee.Amount, fee.Day)), joined.Entries.Select(entry => (entry.Number, entry.Kind, entry.Net, entry.Day)), joined.Payout?.Amount), Whole);
}
