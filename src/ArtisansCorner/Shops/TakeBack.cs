using System.Text.Json;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Shops;

/// <summary>Takes one kind of change back.</summary>
public interface ITakeBack
{
    /// <summary>Who may: whoever may make the change.</summary>
    Permission Needs { get; }

    /// <summary>Makes it as it was, or says why it cannot be; all of it or nothing.</summary>
    Task<IReadOnlyList<Problem>> RunAsync(string before, CancellationToken cancel);
}

/// <summary>Takes back the changes before which things were <typeparamref name="TBefore"/>.</summary>
/// <param name="needs">Who may.</param>
/// <param name="run">Makes it as it was.</param>
internal sealed class TakeBack<TBefore>(Permission needs, Func<TBefore, CancellationToken, Task<Outcome<Guid>>> run) : ITakeBack
{
    public Permission Needs => needs;

    public async Task<IReadOnlyList<Problem>> RunAsync(string before, CancellationToken cancel) => (await run(JsonSerializer.Deserialize<TBefore>(before)!, cancel)).Problems;
}

/// <summary>How modules say what can be undone.</summary>
public static class TakeBacks
{
    /// <summary>Lets changes before which things were <typeparamref name="TBefore"/> be undone by this verb.</summary>
    public static void AddTakeBack<TBefore, TVerb>(this IServiceCollection services, Permission needs, Func<TVerb, TBefore, CancellationToken, Task<Outcome<Guid>>> run)
        where TVerb : notnull =>
        services.AddKeyedScoped<ITakeBack>(typeof(TBefore).Name, (provider, _) =>
            new TakeBack<TBefore>(needs, (before, cancel) => run(provider.GetRequiredService<TVerb>(), before, cancel)));
}
