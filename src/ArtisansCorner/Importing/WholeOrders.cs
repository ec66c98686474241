using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing;

/// <summary>
/// Closes the orders of a draft, while its rows are read, as soon as they are whole: where the rows of each order stand together, when the next
/// order begins; else after the last row that a look through the file found.
/// </summary>
internal sealed class WholeOrders(ImportDraft draft, HashNumbers? lastRows)
{
    private int row;

    /// <summary>Before a row of the order of this number is read.</summary>
    public void Begin(ReadOnlySpan<char> number)
    {
        row++;
        var group = OrderHash.Of(number);
        if (lastRows is null && group != draft.Group) draft.Close(draft.Group);
        draft.Group = group;
    }

    /// <summary>After it.</summary>
    public void End()
    {
        if (draft.Group == OrderHash.Alone || (lastRows is not null && lastRows[draft.Group] == row)) draft.Close(draft.Group);
    }

    /// <summary>After the last row of a table.</summary>
    public void EndTable()
    {
        if (lastRows is null) draft.Close(draft.Group);
        draft.Group = DraftOrder.UntilTheEnd;
    }
}
