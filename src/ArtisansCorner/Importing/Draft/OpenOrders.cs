namespace ArtisansCorner.Importing.Draft;

/// <summary>The sales and refunds of which further rows may come, found by their numbers; those that become whole with the same row are a group.</summary>
internal sealed class OpenOrders
{
    private readonly Dictionary<(int Channel, bool IsRefund), Dictionary<string, DraftOrder>> byNumber = [];
    private readonly Dictionary<ulong, DraftOrder> newest = [];

    /// <summary>The sale or refund of this number, where it is open.</summary>
    public DraftOrder? Find(int channel, bool isRefund, ReadOnlySpan<char> number) =>
        Alike(channel, isRefund).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(number, out var order) ? order : null;

    /// <summary>Opens one; its number is not open yet.</summary>
    public void Add(DraftOrder order)
    {
        Alike(order.Channel, order.IsRefund).Add(order.Number, order);
        order.Before = newest.GetValueOrDefault(order.Group);
        newest[order.Group] = order;
    }

    /// <summary>Takes out all orders of a group, in the order in which they were opened.</summary>
    public IReadOnlyList<DraftOrder> Take(ulong group)
    {
        if (!newest.Remove(group, out var order)) return [];
        List<DraftOrder> taken = [];
        for (DraftOrder? one = order, before; one is not null; one = before)
        {
            (before, one.Before) = (one.Before, null);
            Alike(one.Channel, one.IsRefund).Remove(one.Number);
            taken.Add(one);
        }

        taken.Reverse();
        return taken;
    }

    private Dictionary<string, DraftOrder> Alike(int channel, bool isRefund)
    {
        if (!byNumber.TryGetValue((channel, isRefund), out var alike)) byNumber.Add((channel, isRefund), alike = new Dictionary<string, DraftOrder>(StringComparer.Ordinal));
        return alike;
    }
}
