import { useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Desk } from './desk/Desk';
import { Floor } from './floor/Floor';
import { Frame } from './frame/Frame';
import { places } from './frame/places';
import { History } from './history/History';
import { whoAmI } from './link/api';
import { enter, leave, useStore } from './link/store';
import { Login } from './login/Login';
import { Switchroom } from './switchroom/Switchroom';

export function App() {
  const me = useStore((store) => store.me);
  useEffect(() => {
    whoAmI().then(enter, leave);
  }, []);
  if (me === undefined) {
    return null;
  }
  if (me === null) {
    return <Login />;
  }
  const mine = places(me);
  return (
    <Frame me={me} places={mine}>
      <Switch>
        {mine.includes('desk') && <Route path="/desk" component={Desk} />}
        {mine.includes('floor') && <Route path="/floor" component={Floor} />}
        <Route path="/history" component={History} />
        {mine.includes('switchroom') && <Route path="/switchroom" component={Switchroom} />}
        <Route>
          <Redirect to={`/${mine[0] ?? 'history'}`} replace />
        </Route>
      </Switch>
    </Frame>
  );
}
