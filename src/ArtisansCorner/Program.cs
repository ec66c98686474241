using ArtisansCorner.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents();
var app = builder.Build();
app.Use((context, next) =>
{
    context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    return next(context);
});
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<Document>();
app.Run();
