using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Draft;

/// <summary>What the rows of a file name, each once: channels, products, customers of the orders that are held, and texts that occur often.</summary>
internal sealed class DraftNames
{
    // Texts repeat near each other; a file in which none does must not fill the memory with them.
    private const int MostTexts = 20_000;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> channels = new(StringComparer.Ordinal);
    private Dictionary<(int Channel, string Key), DraftCustomer> customers = [];
    private (string? Name, int At) channelBefore;

    /// <summary>The channels.</summary>
    public List<DraftChannel> Channels { get; } = [];

    /// <summary>The products.</summary>
    public DraftProducts Products { get; private set; } = new();

    /// <summary>The one copy of a text that occurs often.</summary>
    public string Text(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known)) return known;
        var made = text.ToString();
        if (texts.Count == MostTexts) texts.Clear();
        texts.Add(made, made);
        return made;
    }

    /// <summary>The channel of this name.</summary>
    public int ChannelOf(string name)
    {
        // Nearly always the same as in the row before.
        if ((object)name == channelBefore.Name) return channelBefore.At;
        var at = FindChannel(name);
        channelBefore = (name, at);
        return at;
    }

    private int FindChannel(string name)
    {
        var key = Channel.KeyOf(name);
        if (channels.TryGetValue(key, out var at)) return at;
        Channels.Add(new DraftChannel { Name = name, Key = key });
        return channels[key] = Channels.Count - 1;
    }

    /// <summary>The customer whom a channel knows by this number.</summary>
    public DraftCustomer CustomerOf(int channel, string externalId) =>
        customers.TryGetValue((channel, externalId), out var known) ? known : customers[(channel, externalId)] = new DraftCustomer { Channel = channel, ExternalId = externalId };

    /// <summary>The customer with this e-mail.</summary>
    public DraftCustomer CustomerByEmail(int channel, string email)
    {
        var key = Customer.EmailKeyOf(email)!;
        return customers.TryGetValue((-1, key), out var known) ? known : customers[(-1, key)] = new DraftCustomer { Channel = channel, Email = email, EmailKey = key };
    }

    /// <summary>Ends the reading: texts were shared for that.</summary>
    public void Complete()
    {
        texts.Clear();
        texts.TrimExcess();
    }

    /// <summary>Forgets the customers; those of orders that are held stay with these.</summary>
    public void ForgetCustomers() => customers.Clear();

    /// <summary>Forgets products and customers.</summary>
    public void Forget() => (customers, Products) = ([], new DraftProducts());
}
