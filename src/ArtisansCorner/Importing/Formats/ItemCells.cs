using System.Net;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Reads the cells that files of products have in common; what is wrong with one is kept until it is asked for.</summary>
internal sealed class ItemCells(Headings headings, CellCheck check, CsvRows row)
{
    private const int LongestBarcode = 100;

    /// <summary>The first thing that is wrong.</summary>
    public Rejection? Wrong { get; private set; } = row.HasMoreCellsThanHeadings ? new Rejection(row.Number, Reasons.TooManyCells) : null;

    /// <summary>A text, with entities as letters; empty where there is none.</summary>
    public string Text(int column)
    {
        var text = row[column].ToString();
        if (SheetErrors.Is(text)) Reject(column, Reasons.SheetError);
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text).Trim() : text;
    }

    /// <summary>A code; nothing where there is none.</summary>
    public string? Sku(int column)
    {
        if (row[column].Length > CellCheck.LongestSku) Reject(column, Reasons.TooLong);
        if (SheetErrors.Is(row[column])) Reject(column, Reasons.SheetError);
        return row[column].IsEmpty ? null : row[column].ToString();
    }

    /// <summary>A barcode; nothing where there is none.</summary>
    public string? Barcode(int column) => row[column].IsEmpty ? null : row[column].ToString().UpTo(LongestBarcode);

    /// <summary>An amount that is not negative, in minor units; nothing where there is none.</summary>
    public long? Amount(int column)
    {
        if (!check.TryMinor(row, column, out var amount)) Reject(column, check.NoAmount(row[column]));
        else if (amount < 0) Reject(column, Reasons.NegativePrice);
        return amount;
    }

    /// <summary>How many there are; nothing where it is not counted, or counted below zero.</summary>
    public long? Pieces(int column)
    {
        if (row[column].IsEmpty) return null;
        if (!check.TryQuantity(row[column], out var pieces)) Reject(column, Reasons.BadQuantity);
        return pieces < 0 ? null : pieces;
    }

    /// <summary>Notes what is wrong with a cell, unless something was before.</summary>
    public void Reject(int column, string reason) => Wrong ??= CellCheck.Rejected(row, column, headings, reason);
}
