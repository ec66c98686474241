namespace ArtisansCorner.Importing.Draft;

/// <summary>The lines of a draft's orders; an order's are chained by <see cref="DraftLine.Next"/>, and the places of those that went are used again.</summary>
internal sealed class OrderLines
{
    private readonly Blocks<DraftLine> lines = new();
    private int free = -1;

    /// <summary>How many there is room for: the most that were ever held at once.</summary>
    public int Count => lines.Count;

    /// <summary>One of them, to read or to change.</summary>
    public ref DraftLine this[int at] => ref lines[at];

    /// <summary>Adds a line to an order.</summary>
    public void Add(DraftOrder order, DraftLine line)
    {
        line.Next = -1;
        var at = free;
        if (at < 0) at = lines.Add(line);
        else (free, lines[at]) = (lines[at].Next, line);
        if (order.First < 0) order.First = at;
        else lines[order.Last].Next = at;
        order.Last = at;
        order.Lines++;
    }

    /// <summary>Those of an order, in the order of the file.</summary>
    public IEnumerable<DraftLine> Of(DraftOrder order)
    {
        for (var at = order.First; at >= 0; at = lines[at].Next) yield return lines[at];
    }

    /// <summary>Lets those of an order go.</summary>
    public void Free(DraftOrder order)
    {
        if (order.First < 0) return;
        (lines[order.Last].Next, free) = (free, order.First);
        (order.First, order.Last, order.Lines) = (-1, -1, 0);
    }
}
