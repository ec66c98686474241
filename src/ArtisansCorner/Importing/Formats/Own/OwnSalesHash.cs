using System.Buffers.Binary;
using System.IO.Hashing;
using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What a row of our sales format says, as a hash: by it rows are known again that have no number of their own.</summary>
internal static class OwnSalesHash
{
    /// <summary>
    /// The hash of what was understood of a row, however its cells and columns are written; a day alone is its midnight. It is kept in the numbers of sales without
    /// one, so it must come out alike for ever.
    /// </summary>
    public static ulong Of(CsvRows row, OwnSalesColumns columns, OwnSalesCells cells, string channel, bool isRefund, in DraftLine line, FileMoment moment)
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
        if (!row[columns.Order].IsEmpty) Append(hash, row[columns.Order]);
        return RowHash.End(hash);
    }

    private static void Append(XxHash128 hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.Append(bytes);
    }

    private static void Append(XxHash128 hash, ReadOnlySpan<char> text) => RowHash.Append(hash, text);
}
