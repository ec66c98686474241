namespace ArtisansCorner.Tests.Harness;

/// <summary>A shop that only one test knows, and its owner, signed in. Paths are inside the shop: <c>shop.PostAsync("sales", …)</c>.</summary>
/// <param name="App">The app it is open in.</param>
/// <param name="Http">The owner's client, with the session cookie.</param>
/// <param name="Id">The shop's id.</param>
/// <param name="Slug">Its name in addresses of pages.</param>
/// <param name="Email">Whom to sign in as.</param>
public sealed record TestShop(App App, HttpClient Http, Guid Id, string Slug, string Email) : ApiClient(Http, $"/api/v1/shops/{Id}/")
{
    /// <summary>The password of every owner.</summary>
    public const string Password = "a kiln full of blue bowls";

    /// <summary>The address of a path of the API inside this shop.</summary>
    public string Api(string path) => Root + path;

    /// <summary>The owner outside of the shop: paths under /api/v1.</summary>
    public ApiClient Owner => new(Http, "/api/v1/");

    /// <summary>Somebody else, or nobody, at the doors of this shop.</summary>
    public ApiClient As(ApiClient other) => new(other.Http, Root);

    /// <summary>Puts a product with one variant into the catalog, with so many pieces of it; tells the variant.</summary>
    public async Task<Guid> AddProductAsync(string sku, long price = 1000, long pieces = 0, long? threshold = null, long? unitCost = null, string? name = null)
    {
        var product = (await PostAsync("products", new { name = name ?? $"Piece {sku}", variants = new[] { new { sku, price, threshold } } })).Is(201);
        if (pieces != 0) (await PostAsync("stock/movements", new { sku, quantity = pieces, reason = "received", unitCost })).Is(201);
        return (Guid)product["variants"][0]["id"];
    }

    /// <summary>Sells pieces of one variant at its price, now; tells the sale.</summary>
    public async Task<Json> SellAsync(string sku, long quantity = 1) =>
        (await PostAsync("sales", new { channel = "Fair", lines = new[] { new { sku, quantity } } })).Is(201);

    /// <summary>How many pieces of a variant there are.</summary>
    public async Task<Json> StockOfAsync(string sku) => Assert.Single((await GetAsync($"stock?q={Uri.EscapeDataString(sku)}")).Is(200)["items"]);

    /// <summary>Does something inside the shop without HTTP, where only the database can tell.</summary>
    public Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> look) => App.InsideAsync(Id, look);
}
