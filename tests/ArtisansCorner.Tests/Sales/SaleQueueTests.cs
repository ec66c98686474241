using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Tests.Sales;

public sealed class SaleQueueTests
{
    private static readonly ShopFacts Facts = new(Guid.CreateVersion7(), "clay", "Clay", Currency.Of("GBP"), "Europe/London", "GB", DayOfWeek.Monday, 1, 3);
    private static readonly CurrentShop Shop = ShopOf(new Actor(Guid.CreateVersion7(), Through.Api));

    private readonly SaleQueue queue = new();
    private readonly List<string> written = [];
    private readonly TaskCompletionSource first = new();

    [Fact]
    public async Task What_waits_while_one_is_written_is_written_together_next()
    {
        var one = Run("1");
        Task<Outcome<RecordedSale>>[] waiting = [Run("2"), Run("3"), Run("4")];
        first.SetResult();
        await one;
        var outcomes = await Task.WhenAll(waiting);
        Assert.Equal(["1", "2 3 4"], written);
        Assert.Equal(["No 2.", "No 3.", "No 4."], outcomes.Select(outcome => outcome.Problems[0].Message));
    }

    [Fact]
    public async Task So_many_lines_as_are_valued_at_once_go_together()
    {
        var one = Run("1");
        Task[] waiting = [Run("2", lines: 12), Run("3", lines: 8), Run("4", lines: 1)];
        first.SetResult();
        await Task.WhenAll([one, .. waiting]);
        Assert.Equal(["1", "2 3", "4"], written);
    }

    [Fact]
    public async Task When_they_fail_together_each_is_tried_alone()
    {
        var one = Run("1");
        var (good, bad) = (Run("2"), Run("bad"));
        first.SetResult();
        await one;
        Assert.Equal("No 2.", (await good).Problems[0].Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_not_written_and_keeps_nobody_waiting()
    {
        using var left = new CancellationTokenSource();
        var one = Run("1");
        var (gone, patient) = (RunUntil("2", left.Token), Run("3"));
        await left.CancelAsync();
        first.SetResult();
        await Task.WhenAll(one, patient);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(["1", "3"], written);
    }

    [Fact]
    public async Task Sales_of_two_actors_never_share_a_transaction()
    {
        var one = Run("1");
        await Run("2", shop: ShopOf(new Actor(null, Through.Webhook)));
        Assert.False(one.IsCompleted);
        first.SetResult();
        await one;
        Assert.Equal(["1", "2"], written.Order());
    }

    private Task<Outcome<RecordedSale>> Run(string number, int lines = 1, CurrentShop? shop = null) => queue.RunAsync(
        shop ?? Shop, new NewSale("Fair", number, Lines: [.. Enumerable.Repeat(new NewSaleLine(), lines)]), WriteAsync, TestContext.Current.CancellationToken);

    private Task<Outcome<RecordedSale>> RunUntil(string number, CancellationToken cancel) => queue.RunAsync(
        Shop, new NewSale("Fair", number, Lines: [new NewSaleLine()]), WriteAsync, cancel);

    private async Task<IReadOnlyList<Outcome<RecordedSale>>> WriteAsync(IReadOnlyList<NewSale> sales)
    {
        if (sales.Any(sale => sale.ExternalId == "1")) await first.Task;
        if (sales.Any(sale => sale.ExternalId == "bad")) throw new InvalidOperationException();
        lock (written) written.Add(string.Join(' ', sales.Select(sale => sale.ExternalId)));
        return [.. sales.Select(sale => (Outcome<RecordedSale>)new Problem("told", $"No {sale.ExternalId}."))];
    }

    private static CurrentShop ShopOf(Actor actor)
    {
        var shop = new CurrentShop();
        shop.Enter(Facts, actor);
        return shop;
    }
}
