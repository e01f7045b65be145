import org.cityapi.client.ApiClient;
import org.cityapi.client.ApiException;
import org.cityapi.client.api.CitiesApi;
import org.cityapi.client.model.City;
import org.cityapi.client.model.CityPageV2;
import org.cityapi.client.model.NewCity;

/** What a programmer does with the client that was generated: lists, creates, reads and deletes a city. */
public final class Journey {

    /** @param args the address of the register, and an access token */
    public static void main(String[] args) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + args[1]));
        CitiesApi cities = new CitiesApi(client);

        City city = cities.createCity(
                new NewCity().name("Generated").countryCode("FR").population(7L), "\"a journey\"", "en");
        CityPageV2 found = cities.listCities(
                "generated", null, null, null, null, null, null, null, null, 5, null, null, "exact", "en", null);
        String tag = cities.readCityWithHttpInfo(city.getId(), "en", null).getHeaders().get("etag").get(0);
        cities.deleteCity(city.getId(), tag);

        System.out.println(found.getTotal() + " " + found.getItems().get(0).getName() + " "
                + found.getItems().get(0).getMatch().getKind() + " " + statusOf(cities, city.getId()));
    }

    private static int statusOf(CitiesApi cities, long id) {
        try {
            cities.readCity(id, "en", null);
            return 200;
        } catch (ApiException e) {
            return e.getCode();
        }
    }
}
