using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Formats;

/// <summary>What a sale without a number is known by.</summary>
internal static class UnnumberedRow
{
    /// <summary>
    /// The hash of what was understood of a row, however its cells and columns are written; a day alone is its midnight. It is kept in the numbers of sales, so it
    /// must come out alike for ever.
    /// </summary>
    public static ulong HashOf(CsvRows row, OwnSalesColumns columns, OwnSalesCells cells, string channel, bool isRefund, in DraftLine line, FileMoment moment)
    {
        var hash = new XxHash128();
        foreach (var number in (ReadOnlySpan<long>)[moment.At.Ticks, isRefund ? 1 : 0, line.Quantity, line.UnitPrice, line.Gross, line.Discount]) Append(hash, number);
        foreach (var amount in cells.OfOrder) Append(hash, amount ?? 0);
        Append(hash, channel);
        Append(hash, Variant.KeyOf(row[columns.Sku].ToString()));
        Append(hash, cells.TitleOf(row));
        Append(hash, Customer.EmailKeyOf(Mailbox.AddressIn(row[columns.Email]).ToString()));
        Append(hash, row[columns.Customer]);
        Append(hash, row[columns.Note]);
        return End(hash);
    }

    /// <summary>The hash that numbers were made of before: of the text of all cells, in the order of the columns.</summary>
    public static ulong FormerHashOf(CsvRows row)
    {
        var hash = new XxHash128();
        for (var i = 0; i < row.Count; i++) Append(hash, row[i]);
        return End(hash);
    }

    private static void Append(XxHash128 hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.Append(bytes);
    }

    private static void Append(XxHash128 hash, ReadOnlySpan<char> text)
    {
        hash.Append(MemoryMarshal.AsBytes(text));
        hash.Append("\0"u8);
    }

    // None is 0.
    private static ulong End(XxHash128 hash) => Math.Max((ulong)(hash.GetCurrentHashAsUInt128() >> 64), 1);
}
