using System.Runtime.InteropServices;

namespace ArtisansCorner.Importing.Draft;

/// <summary>One good row of a file, as a line of a sale or a refund. Amounts are minor units, positive.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DraftLine
{
    /// <summary>The row of the file.</summary>
    public int Row;

    /// <summary>The next line of the same order, or −1.</summary>
    public int Next;

    /// <summary>What it is, among the draft's products; −1 where the file gives no code.</summary>
    public int Product;

    /// <summary>What the row calls it.</summary>
    public string Title;

    /// <summary>How many.</summary>
    public long Quantity;

    /// <summary>The price of one.</summary>
    public long UnitPrice;

    /// <summary>Price × quantity, rounded once.</summary>
    public long Gross;

    /// <summary>The line's own discount.</summary>
    public long Discount;
}
